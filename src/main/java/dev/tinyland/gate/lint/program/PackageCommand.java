package dev.tinyland.gate.lint.program;

import dev.tinyland.gate.lint.shell.Folders;
import dev.tinyland.gate.lint.shell.PlacedText;
import dev.tinyland.gate.lint.shell.Program;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.workflow.Checkout;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code npm run SCRIPT} and its relatives: an entry of {@code scripts} in package.json. */
final class PackageCommand {
  private static final Set<String> SHORT = Set.of("test", "start", "stop", "restart");
  private static final Set<String> INSTALLS = Set.of("install", "ci", "i");

  private final RepositoryPrograms programs;

  PackageCommand(RepositoryPrograms programs) {
    this.programs = programs;
  }

  @Nullable Program find(RepositoryPrograms.Call call) {
    Operands.Read read =
        Operands.read(
            call.argv(),
            Set.of("--prefix", "-C", "--cwd", "--dir"),
            Set.of(),
            Set.of("-w", "--filter"));
    String folder = read.folder() == null ? call.at() : Folders.join(call.at(), read.folder());
    boolean npm = "npm".equals(call.argv().getFirst().literal());
    String script = script(read.words(), npm);
    String path = folder == null || script == null ? null : Folders.join(folder, "package.json");
    Checkout.Located file = path == null ? null : programs.locate(path);
    if (file == null || script == null) {
      return null;
    }
    PlacedText.Builder text = new PlacedText.Builder();
    PackageScripts scripts = PackageScripts.of(file.text());
    boolean installs = INSTALLS.contains(script);
    for (String name : List.of("pre" + script, installs ? "" : script, "post" + script)) {
      scripts.add(name, text);
    }
    return text.isEmpty()
        ? null
        : new Program(file.path(), script, text.build(), null, Map.of(), Set.of(), true, true);
  }

  private static @Nullable String script(List<Word> words, boolean npm) {
    String first = words.isEmpty() ? null : words.getFirst().literal();
    if (first == null) {
      return null;
    }
    if (first.equals("run") || first.equals("run-script")) {
      return words.size() > 1 ? words.get(1).literal() : null;
    }
    if (SHORT.contains(first)) {
      return first;
    }
    if (INSTALLS.contains(first)) {
      return "install";
    }
    // yarn and pnpm take the script's name alone.
    return npm ? null : first;
  }
}
