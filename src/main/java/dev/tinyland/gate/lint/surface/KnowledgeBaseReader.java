package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionParser;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code surfaces.txt}; a mistake in it is a mistake of ours and stops the program. */
public final class KnowledgeBaseReader {
  private static final String RESOURCE = "/surfaces/surfaces.txt";

  /** Every key that means something, by the kind of its section. */
  private static final Map<String, Set<String>> KEYS =
      Map.ofEntries(
          Map.entry(
              "action",
              Set.of(
                  "uses",
                  "writes-when",
                  "unknown",
                  "exact",
                  "post-step",
                  "runs",
                  "switch",
                  "token")),
          Map.entry("quiet-action", Set.of("uses", "sets")),
          Map.entry("credential-input", Set.of("all", "but-not")),
          Map.entry("credential-secret", Set.of("all", "but-not")),
          Map.entry("script-input", Set.of("name")),
          Map.entry("operation", Set.of("command", "program", "argument", "uses")),
          Map.entry("flag", Set.of("command", "option")),
          Map.entry("hook", Set.of("setting")),
          Map.entry("gate", Set.of("uses")),
          Map.entry("task-runner", Set.of("name", "program")),
          Map.entry("client", Set.of("name", "package", "writing", "option-with-value")),
          Map.entry("cache", Set.of("endpoint", "bucket", "upload-path", "upload-header")));

  private KnowledgeBaseReader() {}

  /** The knowledge base that ships with the program. */
  public static KnowledgeBase builtIn() {
    try (InputStream in = KnowledgeBaseReader.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KnowledgeBase read(String text) {
    List<KnownAction> actions = new ArrayList<>();
    List<KnowledgeBase.Quiet> quiet = new ArrayList<>();
    List<Credential> inputs = new ArrayList<>();
    List<Credential> secrets = new ArrayList<>();
    List<String> scripts = new ArrayList<>();
    Map<String, String> commands = new LinkedHashMap<>();
    Map<String, String> ofArguments = new LinkedHashMap<>();
    List<KnownOperations.Named> uses = new ArrayList<>();
    List<KnowledgeBase.Flag> flags = new ArrayList<>();
    List<String> hooks = new ArrayList<>();
    List<String> gate = new ArrayList<>();
    Set<String> runners = new LinkedHashSet<>();
    Set<String> programs = new LinkedHashSet<>();
    DataFile.Section client = null;
    DataFile.Section cache = null;
    for (DataFile.Section section : DataFile.read(text)) {
      checkKeys(section);
      switch (section.kind()) {
        case "action" -> actions.add(action(section));
        case "quiet-action" ->
            quiet.add(new KnowledgeBase.Quiet(section.all("uses"), section.all("sets")));
        case "credential-input" -> inputs.add(credential(section));
        case "credential-secret" -> secrets.add(credential(section));
        case "script-input" -> scripts.addAll(section.all("name"));
        case "operation" -> {
          section.all("command").forEach(name -> commands.put(name, section.name()));
          section.all("program").forEach(name -> commands.put(name, section.name()));
          programs.addAll(section.all("program"));
          section.all("argument").forEach(part -> ofArguments.put(part, section.name()));
          for (String pattern : section.all("uses")) {
            uses.add(new KnownOperations.Named(pattern, section.name()));
          }
        }
        case "flag" ->
            flags.add(new KnowledgeBase.Flag(section.one("command"), section.all("option")));
        case "hook" -> hooks.addAll(section.all("setting"));
        case "gate" -> gate.addAll(section.all("uses"));
        case "task-runner" -> {
          runners.addAll(section.all("name"));
          runners.addAll(section.all("program"));
          programs.addAll(section.all("program"));
        }
        case "client" -> client = section;
        default -> cache = section;
      }
    }
    if (client == null || cache == null) {
      throw DataFile.wrong(1, "there is no [client] or no [cache]");
    }
    return new KnowledgeBase(
        actions,
        quiet,
        inputs,
        secrets,
        scripts,
        new KnownOperations(commands, ofArguments, uses, gate, runners, programs),
        new KnowledgeBase.Clients(
            set(client, "name"),
            set(client, "package"),
            set(client, "writing"),
            set(client, "option-with-value")),
        flags,
        hooks,
        cache.all("endpoint"),
        cache.all("bucket"),
        cache.one("upload-path"),
        cache.one("upload-header"));
  }

  private static void checkKeys(DataFile.Section section) {
    Set<String> known = KEYS.get(section.kind());
    if (known == null) {
      throw DataFile.wrong(section.line(), "there is no section [" + section.kind() + "]");
    }
    for (DataFile.Entry entry : section.entries()) {
      if (!known.contains(entry.key())) {
        throw DataFile.wrong(
            entry.line(), "[" + section.kind() + "] knows no `" + entry.key() + "`");
      }
    }
  }

  private static KnownAction action(DataFile.Section section) {
    Map<String, List<String>> exact = new LinkedHashMap<>();
    for (DataFile.Entry entry : section.entries()) {
      if (entry.key().equals("exact")) {
        int blank = entry.value().indexOf(' ');
        if (blank < 0) {
          throw DataFile.wrong(entry.line(), "`exact` takes an input and a value");
        }
        exact
            .computeIfAbsent(entry.value().substring(0, blank), input -> new ArrayList<>())
            .add(entry.value().substring(blank + 1));
      }
    }
    List<String> switches = section.all("switch");
    return new KnownAction(
        section.name(),
        section.all("uses"),
        expression(section),
        new LinkedHashSet<>(section.all("unknown")),
        exact,
        section.all("post-step").contains("yes"),
        section.all("runs"),
        switches.isEmpty() ? null : section.one("switch"),
        section.all("token"));
  }

  private static Expression expression(DataFile.Section section) {
    try {
      return ExpressionParser.parse(section.one("writes-when"));
    } catch (ExpressionSyntaxException e) {
      throw DataFile.wrong(section.line(), String.valueOf(e.getMessage()));
    }
  }

  private static Credential credential(DataFile.Section section) {
    return new Credential(section.all("all"), section.all("but-not"));
  }

  private static Set<String> set(DataFile.Section section, String key) {
    return new LinkedHashSet<>(section.all(key));
  }
}
