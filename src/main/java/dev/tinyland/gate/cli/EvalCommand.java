package dev.tinyland.gate.cli;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.json.JsonWriter;
import dev.tinyland.gate.lint.expression.EvalJsonl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code gate eval}: one expression, or one JSON object a line. */
final class EvalCommand {
  private EvalCommand() {}

  static ExitCode run(Arguments parsed, Terminal terminal) throws IOException {
    String expression = parsed.positional();
    if (parsed.has("--jsonl")) {
      if (expression != null) {
        throw new UsageException("--jsonl reads its expressions from standard input");
      }
      return lines(terminal);
    }
    if (expression == null || parsed.positionals().size() > 1) {
      throw new UsageException("eval takes one expression, or --jsonl");
    }
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("expr", expression);
    line.put("context", contexts(parsed));
    String status = parsed.text("--status");
    if (status != null) {
      line.put("status", status);
    }
    String answer = EvalJsonl.line(JsonWriter.compact(line));
    terminal.out().println(answer);
    terminal.out().flush();
    return exitCode(answer);
  }

  private static ExitCode lines(Terminal terminal) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    StringBuilder out = new StringBuilder();
    String line = in.readLine();
    while (line != null) {
      out.append(EvalJsonl.line(line)).append('\n');
      if (out.length() > 1 << 15) {
        terminal.out().print(out);
        out.setLength(0);
      }
      line = in.readLine();
    }
    terminal.out().print(out);
    terminal.out().flush();
    return ExitCode.OK;
  }

  /** An expression that depends on something not given is undecided, one that fails is an error. */
  private static ExitCode exitCode(String answer) {
    if (answer.startsWith("{\"error\"")) {
      return ExitCode.USAGE;
    }
    return answer.startsWith("{\"unknown\"") ? ExitCode.UNDECIDED : ExitCode.OK;
  }

  private static Map<String, @Nullable Object> contexts(Arguments parsed) throws IOException {
    Map<String, @Nullable Object> contexts = new LinkedHashMap<>();
    String file = parsed.text("--context");
    if (file != null) {
      contexts.putAll(read(file));
    }
    String event = parsed.text("--event");
    String ref = parsed.text("--ref");
    if (event != null || ref != null) {
      Map<String, @Nullable Object> github = new LinkedHashMap<>();
      if (contexts.get("github") instanceof Map<?, ?> given) {
        given.forEach((key, value) -> github.put(String.valueOf(key), value));
      }
      put(github, "event_name", event);
      put(github, "ref", ref);
      putShortRef(github, ref);
      contexts.put("github", github);
    }
    return contexts;
  }

  private static void putShortRef(Map<String, @Nullable Object> github, @Nullable String ref) {
    if (ref == null) {
      return;
    }
    for (String prefix : List.of("refs/heads/", "refs/tags/", "refs/pull/")) {
      if (ref.startsWith(prefix)) {
        put(github, "ref_name", ref.substring(prefix.length()));
        put(github, "ref_type", prefix.equals("refs/tags/") ? "tag" : "branch");
      }
    }
  }

  private static void put(Map<String, @Nullable Object> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static Map<String, @Nullable Object> read(String file) throws IOException {
    Object tree;
    try {
      tree = JsonReader.read(Files.readString(Path.of(file)));
    } catch (JsonSyntaxException e) {
      throw new UsageException(file + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
    }
    if (!(tree instanceof Map<?, ?> map)) {
      throw new UsageException(file + ": a JSON object of contexts is expected");
    }
    Map<String, @Nullable Object> contexts = new LinkedHashMap<>();
    map.forEach((key, value) -> contexts.put(String.valueOf(key), value));
    return contexts;
  }
}
