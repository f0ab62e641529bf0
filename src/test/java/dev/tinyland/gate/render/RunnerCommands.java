package dev.tinyland.gate.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log as the Actions runner does: an oracle for what a line of output makes it do. Both of
 * its command grammars are here, {@code ::name key=value::data} at the start of a line and {@code
 * ##[name key=value]data} anywhere in it.
 */
public final class RunnerCommands {
  private static final Set<String> NAMES =
      Set.of(
          "error",
          "warning",
          "notice",
          "debug",
          "group",
          "endgroup",
          "add-mask",
          "stop-commands",
          "echo",
          "add-matcher",
          "remove-matcher",
          "set-output",
          "save-state",
          "set-env",
          "add-path");

  private RunnerCommands() {}

  /** One command as the runner understands it. */
  public record Command(String name, Map<String, String> properties, String data) {}

  /** The commands of a whole log, in order. */
  public static List<Command> read(String log) {
    List<Command> commands = new ArrayList<>();
    for (String line : log.split("\r\n|\r|\n", -1)) {
      Command command = atLineStart(line);
      if (command == null) {
        command = anywhere(line);
      }
      if (command != null) {
        commands.add(command);
      }
    }
    return commands;
  }

  private static @Nullable Command atLineStart(String line) {
    String text = line.replaceFirst("^[\\s\\p{Z}\\u0085]+", "");
    if (!text.startsWith("::")) {
      return null;
    }
    int end = text.indexOf("::", 2);
    if (end < 0) {
      return null;
    }
    return command(text.substring(2, end), text.substring(end + 2), ",", true);
  }

  private static @Nullable Command anywhere(String line) {
    int start = line.indexOf("##[");
    int end = start < 0 ? -1 : line.indexOf(']', start);
    if (end < 0) {
      return null;
    }
    return command(line.substring(start + 3, end), line.substring(end + 1), ";", false);
  }

  private static @Nullable Command command(
      String header, String data, String separator, boolean second) {
    int space = header.indexOf(' ');
    String name = (space < 0 ? header : header.substring(0, space)).toLowerCase(Locale.ROOT);
    if (!NAMES.contains(name)) {
      return null;
    }
    Map<String, String> properties = new LinkedHashMap<>();
    if (space >= 0) {
      for (String pair : header.substring(space + 1).trim().split(separator)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && equals + 1 < pair.length()) {
          properties.put(pair.substring(0, equals), unescape(pair.substring(equals + 1), second));
        }
      }
    }
    return new Command(name, properties, unescapeData(data, second));
  }

  private static String unescape(String value, boolean second) {
    return second
        ? value
            .replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%25", "%")
        : value;
  }

  private static String unescapeData(String data, boolean second) {
    return second ? data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%") : data;
  }
}
