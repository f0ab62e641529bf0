package dev.tinyland.gate.lint.program;

import dev.tinyland.gate.lint.shell.Folders;
import dev.tinyland.gate.lint.shell.PlacedText;
import dev.tinyland.gate.lint.shell.Program;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.workflow.Checkout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code just RECIPE ARGUMENT…}: the recipe with those that it needs, as one script. */
final class JustCommand {
  private static final List<String> NAMES = List.of("justfile", "Justfile", ".justfile");
  private static final Set<String> WITH_VALUE =
      Set.of("--set", "--shell", "--shell-arg", "--dotenv-path", "--dotenv-filename", "--color");

  private final RepositoryPrograms programs;

  JustCommand(RepositoryPrograms programs) {
    this.programs = programs;
  }

  @Nullable Program find(RepositoryPrograms.Call call) {
    Operands.Read read =
        Operands.read(
            call.argv(),
            Set.of("-d", "--working-directory"),
            Set.of("-f", "--justfile"),
            WITH_VALUE);
    Map<String, Word> given = new HashMap<>();
    List<Word> words = new ArrayList<>(read.words());
    while (!words.isEmpty() && assignment(words.getFirst(), given)) {
      words.removeFirst();
    }
    for (Checkout.Located file : files(read, call)) {
      Program program = recipe(file, words, given);
      if (program != null) {
        return program;
      }
    }
    return null;
  }

  /** {@code NAME=value} before the recipe. */
  private static boolean assignment(Word word, Map<String, Word> given) {
    String text = word.literalPrefix();
    int equals = text.indexOf('=');
    if (equals <= 0) {
      return false;
    }
    String whole = word.literal();
    if (whole != null) {
      given.put(
          text.substring(0, equals),
          Word.of(whole.substring(equals + 1), word.start(), word.end()));
    }
    return true;
  }

  /** The justfile of the folder or of one above it, and what it imports. */
  private List<Checkout.Located> files(Operands.Read read, RepositoryPrograms.Call call) {
    List<Checkout.Located> files = new ArrayList<>();
    String named = read.file() == null ? null : read.file().literal();
    if (named != null) {
      add(Folders.join(call.at(), named), files);
    }
    if (files.isEmpty() && call.file() != null && isJustfile(call.file())) {
      // A recipe calls those of its own file.
      add(call.file(), files);
    }
    String folder = read.folder() == null ? call.at() : Folders.join(call.at(), read.folder());
    while (files.isEmpty() && folder != null) {
      for (String name : NAMES) {
        add(Folders.join(folder, name), files);
      }
      int slash = folder.lastIndexOf('/');
      folder = folder.isEmpty() ? null : slash < 0 ? "" : folder.substring(0, slash);
    }
    // The list grows while imported files are read.
    for (int i = 0; i < files.size() && i < 20; i++) {
      String path = files.get(i).path();
      for (String imported : programs.references().justfile(files.get(i)).imports()) {
        add(Folders.join(Folders.of(path), imported), files);
      }
    }
    return files;
  }

  private static boolean isJustfile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return NAMES.contains(name) || name.endsWith(".just");
  }

  private void add(@Nullable String path, List<Checkout.Located> to) {
    Checkout.Located located = path == null ? null : programs.locate(path);
    if (located != null && !to.contains(located)) {
      to.add(located);
    }
  }

  private @Nullable Program recipe(
      Checkout.Located file, List<Word> words, Map<String, Word> given) {
    Justfile justfile = programs.references().justfile(file);
    String name = words.isEmpty() ? null : words.getFirst().literal();
    Justfile.Recipe recipe =
        words.isEmpty() ? justfile.first() : name == null ? null : justfile.recipe(name);
    if (recipe == null) {
      return null;
    }
    List<Word> arguments = words.isEmpty() ? words : words.subList(1, words.size());
    Map<String, Word> variables = new LinkedHashMap<>(given);
    bind(recipe, arguments, variables);
    PlacedText.Builder text = new PlacedText.Builder();
    Set<String> done = new LinkedHashSet<>();
    boolean shell = true;
    Set<String> unknown = new LinkedHashSet<>();
    for (Justfile.Recipe each : closure(justfile, recipe)) {
      if (done.add(each.name())) {
        RecipeText body = new RecipeText(justfile, variables, unknown);
        body.addCalls(each, /* after= */ false, text);
        shell &= body.add(each, text);
        body.addCalls(each, /* after= */ true, text);
      }
    }
    // Each argument beyond the recipe's own names a further recipe.
    for (Word further : recipe.parameters().isEmpty() ? arguments : List.<Word>of()) {
      String next = further.literal();
      Justfile.Recipe another = next == null ? null : justfile.recipe(next);
      if (another != null && done.add(another.name())) {
        shell &= new RecipeText(justfile, variables, unknown).add(another, text);
      }
    }
    Program program =
        new Program(file.path(), recipe.name(), text.build(), null, variables, unknown, true, true);
    return shell ? program : program.inOtherLanguage();
  }

  private static void bind(
      Justfile.Recipe recipe, List<Word> arguments, Map<String, Word> variables) {
    List<String> parameters = recipe.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.get(i);
      boolean rest = recipe.variadic() && i == parameters.size() - 1;
      String fallback = recipe.defaults().get(parameter);
      if (rest && arguments.size() > i + 1) {
        StringBuilder all = new StringBuilder();
        for (Word word : arguments.subList(i, arguments.size())) {
          all.append(all.isEmpty() ? "" : " ").append(word.display());
        }
        variables.put(parameter, Word.of(all.toString(), 0, 0));
      } else if (i < arguments.size()) {
        variables.put(parameter, arguments.get(i));
      } else if (fallback != null) {
        variables.put(parameter, Word.of(fallback, 0, 0));
      }
    }
  }

  /** What runs before a recipe, then itself. */
  private static List<Justfile.Recipe> closure(Justfile justfile, Justfile.Recipe recipe) {
    List<Justfile.Recipe> all = new ArrayList<>();
    collect(justfile, recipe, new LinkedHashSet<>(), all);
    return all;
  }

  private static void collect(
      Justfile justfile, Justfile.Recipe recipe, Set<String> seen, List<Justfile.Recipe> to) {
    if (!seen.add(recipe.name())) {
      return;
    }
    for (String need : recipe.needs()) {
      Justfile.Recipe needed = justfile.recipe(need);
      if (needed != null) {
        collect(justfile, needed, seen, to);
      }
    }
    to.add(recipe);
  }
}
