package dev.tinyland.gate.lint.program;

import dev.tinyland.gate.lint.shell.Folders;
import dev.tinyland.gate.lint.shell.PlacedText;
import dev.tinyland.gate.lint.shell.Program;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.workflow.Checkout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code make TARGET}: the target's recipe with those that it needs, as one script. */
final class MakeCommand {
  private static final List<String> NAMES = List.of("GNUmakefile", "makefile", "Makefile");
  private static final Set<String> WITH_VALUE = Set.of("-o", "-W", "-I", "--jobs", "-l");

  private final RepositoryPrograms programs;

  MakeCommand(RepositoryPrograms programs) {
    this.programs = programs;
  }

  @Nullable Program find(RepositoryPrograms.Call call) {
    Operands.Read read =
        Operands.read(
            call.argv(),
            Set.of("-C", "--directory"),
            Set.of("-f", "--file", "--makefile"),
            WITH_VALUE);
    String folder = read.folder() == null ? call.at() : Folders.join(call.at(), read.folder());
    String named = read.file() == null ? null : read.file().literal();
    if (folder == null) {
      return null;
    }
    for (String name : named == null ? NAMES : List.of(named)) {
      String path = Folders.join(folder, name);
      Checkout.Located file = path == null ? null : programs.locate(path);
      if (file != null) {
        return program(file, read.words());
      }
    }
    return null;
  }

  private @Nullable Program program(Checkout.Located file, List<Word> words) {
    Makefile makefile = programs.references().makefile(file);
    Map<String, String> given = new LinkedHashMap<>();
    Set<String> unknown = new LinkedHashSet<>();
    List<Makefile.Rule> wanted = new ArrayList<>();
    boolean named = false;
    for (Word word : words) {
      String text = word.literal();
      int equals = word.literalPrefix().indexOf('=');
      if (equals > 0) {
        String name = word.literalPrefix().substring(0, equals);
        if (text == null) {
          unknown.add(name);
        } else {
          given.put(name, text.substring(equals + 1));
        }
      } else if (text == null || !text.startsWith("-")) {
        named = true;
        Makefile.Rule rule = text == null ? null : makefile.rules().get(text);
        if (rule != null) {
          wanted.add(rule);
        }
      }
    }
    Makefile.Rule first = makefile.first();
    if (!named && first != null) {
      wanted.add(first);
    }
    if (wanted.isEmpty()) {
      return null;
    }
    Set<String> done = new LinkedHashSet<>();
    PlacedText.Builder text = new PlacedText.Builder();
    MakeText lines = new MakeText(makefile, given, unknown);
    for (Makefile.Rule rule : wanted) {
      add(rule, makefile, lines, done, text);
    }
    String name = wanted.getFirst().target();
    return new Program(
        file.path(), name, text.build(), null, Map.of(), lines.unknown(), true, true);
  }

  private static void add(
      Makefile.Rule rule,
      Makefile makefile,
      MakeText lines,
      Set<String> done,
      PlacedText.Builder to) {
    if (!done.add(rule.target())) {
      return;
    }
    for (String need : rule.needs()) {
      Makefile.Rule needed = makefile.rules().get(need);
      if (needed != null) {
        add(needed, makefile, lines, done, to);
      }
    }
    for (int i = 0; i + 1 < rule.bodies().size(); i += 2) {
      lines.add(rule.bodies().get(i), rule.bodies().get(i + 1), to);
    }
  }
}
