package dev.tinyland.gate.cli;

import dev.tinyland.gate.report.Version;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual pages, in roff, from what picocli knows of the commands. */
final class ManPage {
  static final String UPDATE = "mvn test -Dtest=ManPageTest -Dgolden.update=true";

  private final StringBuilder out = new StringBuilder();

  private ManPage() {}

  /** The text of each page by the name of its file. */
  static Map<String, String> all() {
    CommandLine root = FullParser.commandLine();
    Map<String, String> pages = new TreeMap<>();
    pages.put("gate.1", new ManPage().root(root));
    root.getSubcommands()
        .forEach((name, command) ->
            pages.put("gate-" + name + ".1", new ManPage().command(name, command)));
    return pages;
  }

  private String root(CommandLine root) {
    head("gate", root.getCommandSpec());
    section("SYNOPSIS").line("\\fBgate\\fR [\\fB\\-hV\\fR] [\\fICOMMAND\\fR]");
    description(root.getCommandSpec());
    section("COMMANDS");
    root.getSubcommands()
        .forEach((name, command) -> {
          line(".TP").line(".BR gate\\-" + name + " (1)");
          description(command.getCommandSpec().usageMessage().description());
        });
    options(root.getCommandSpec());
    section("EXIT STATUS");
    for (ExitCode code : ExitCode.values()) {
      line(".TP").line(".B " + code.code()).line(text(meaning(code)));
    }
    section("ENVIRONMENT");
    line(".TP").line(".B NO_COLOR").line(text("Not empty: no colours."));
    return seeAlso("");
  }

  private String command(String name, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    head("gate-" + name, spec);
    section("SYNOPSIS");
    StringBuilder synopsis = new StringBuilder("\\fBgate " + name + "\\fR [\\fIOPTION\\fR]...");
    for (PositionalParamSpec positional : spec.positionalParameters()) {
      boolean many = positional.arity().max() > 1;
      String label = "\\fI" + positional.paramLabel() + "\\fR" + (many ? "..." : "");
      synopsis.append(' ').append(positional.arity().min() > 0 ? label : "[" + label + "]");
    }
    line(synopsis.toString());
    description(spec);
    if (!spec.positionalParameters().isEmpty()) {
      section("ARGUMENTS");
    }
    for (PositionalParamSpec positional : spec.positionalParameters()) {
      line(".TP").line(".I " + positional.paramLabel());
      description(positional.description());
    }
    options(spec);
    return seeAlso(name);
  }

  private void head(String name, CommandSpec spec) {
    line(".\\\" Generated. Do not edit: " + UPDATE);
    String title = text(name.toUpperCase(Locale.ROOT));
    line(".TH " + title + " 1 \"\" \"gate " + Version.text() + "\" \"gate manual\"");
    line(".ad l").line(".nh");
    String summary = String.join(" ", spec.usageMessage().description());
    section("NAME").line(text(name) + " \\- " + text(summary.replaceAll("\\.$", "")));
  }

  private void description(CommandSpec spec) {
    section("DESCRIPTION");
    description(spec.usageMessage().description());
  }

  private void description(String... lines) {
    line(text(String.join(" ", Arrays.asList(lines))));
  }

  private void options(CommandSpec spec) {
    section("OPTIONS");
    spec.options().stream()
        .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
        .forEach(this::option);
  }

  private void option(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(names.isEmpty() ? "" : ", ").append("\\fB").append(text(name)).append("\\fR");
    }
    if (option.arity().max() > 0) {
      String value = "=\\fI" + text(option.paramLabel()) + "\\fR";
      names.append(option.arity().min() > 0 ? value : "[" + value + "]");
    }
    line(".TP").line(names.toString());
    description(option.description());
  }

  private String seeAlso(String own) {
    StringBuilder others = new StringBuilder(own.isEmpty() ? "" : ".BR gate (1),\n");
    for (Command command : Commands.ALL) {
      if (!command.name().equals(own)) {
        others.append(".BR gate\\-").append(command.name()).append(" (1),\n");
      }
    }
    section("SEE ALSO").line(others.substring(0, others.length() - 2));
    return out.toString();
  }

  private ManPage section(String title) {
    return line(".SH " + title);
  }

  private ManPage line(String text) {
    out.append(text).append('\n');
    return this;
  }

  /** Hyphens become minus signs, so that options can be copied from the page. */
  private static String text(String text) {
    String escaped =
        text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga");
    return escaped.startsWith(".") ? "\\&" + escaped : escaped;
  }

  private static String meaning(ExitCode code) {
    return switch (code) {
      case OK -> "Looked, and it holds.";
      case RED -> "Looked, and it does not hold.";
      case USAGE -> "Wrong usage, or input or configuration that cannot be read.";
      case UNDECIDED -> "Could not see enough to decide.";
      case INTERNAL -> "A bug in gate.";
    };
  }
}
