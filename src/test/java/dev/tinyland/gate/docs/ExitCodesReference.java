package dev.tinyland.gate.docs;

import dev.tinyland.gate.cli.ExitCode;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of exit codes; the meanings are the comments of the enum. */
final class ExitCodesReference {
  private static final Path SOURCE =
      Path.of("src", "main", "java", "dev", "tinyland", "gate", "cli", "ExitCode.java");

  private ExitCodesReference() {}

  static String body() {
    StringBuilder out = new StringBuilder();
    out.append(
        "A script can rely on these. `0` is never \"nothing happened\": it means that gate looked at\n");
    out.append("something and that it holds. Treat every other code as \"not green\".\n\n");
    out.append("| code | name | meaning |\n|---|---|---|\n");
    String source = Pages.read(SOURCE);
    for (ExitCode code : ExitCode.values()) {
      out.append("| ").append(code.code()).append(" | ").append(code.name()).append(" | ");
      out.append(GeneratedDocs.cell(meaning(source, code))).append(" |\n");
    }
    out.append(
        """

        For `gate lint`:

        - A finding counts from the level of `--fail-on` on, which is `error` by default. Warnings and notes below it
          are printed and leave the code alone.
        - A path that does not exist or a file that cannot be opened gives `2`, unless there is a finding that counts:
          then it is `1`, and the report names both.
        - A workflow that can be opened but is not valid is a finding (`unreadable-file`), so it gives `1`.
        - A folder without a workflow or an action gives `3`, because nothing was looked at.
        """);
    return out.toString();
  }

  private static String meaning(String source, ExitCode code) {
    Pattern constant =
        Pattern.compile("/\\*\\* ([^*]+) \\*/\\s+" + code.name() + "\\(" + code.code() + "\\)");
    Matcher matcher = constant.matcher(source);
    if (!matcher.find()) {
      throw new AssertionError(SOURCE + ": " + code + " has no comment of one line");
    }
    return matcher.group(1);
  }
}
