package dev.tinyland.gate.lint.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the place where a script runs.
 *
 * @param environment variables whose value is known; a value can hold fences of GitHub's templates
 * @param expressions from the text of an expression to what it evaluates to, {@code null} where
 *     that is not known
 * @param errexit whether the shell starts with {@code -e}, as GitHub's default shell does
 * @param pipefail whether it starts with {@code -o pipefail}, as {@code shell: bash} does
 * @param library whether functions that nobody calls are entered as well
 * @param interesting base names of commands; where one is an argument of an unknown command, that
 *     command may run it
 * @param programs the scripts that commands start
 * @param folder where the script starts, relative to the root
 * @param arguments the script's own arguments, {@code null} where they are not known
 */
public record Options(
    Map<String, String> environment,
    Function<String, @Nullable String> expressions,
    boolean errexit,
    boolean pipefail,
    boolean library,
    Set<String> interesting,
    Programs programs,
    String folder,
    @Nullable List<String> arguments) {
  /** Nothing known, errexit on: a {@code run:} block. */
  public static final Options DEFAULT =
      new Options(
          Map.of(),
          expression -> null,
          true,
          false,
          false,
          Set.of("attic", "celler"),
          Programs.NONE,
          "",
          null);

  public Options {
    environment = Map.copyOf(environment);
    interesting = Set.copyOf(interesting);
  }

  public Options withEnvironment(Map<String, String> known) {
    return new Options(
        known, expressions, errexit, pipefail, library, interesting, programs, folder, arguments);
  }

  public Options withExpressions(Function<String, @Nullable String> known) {
    return new Options(
        environment, known, errexit, pipefail, library, interesting, programs, folder, arguments);
  }

  public Options withErrexit(boolean on) {
    return new Options(
        environment, expressions, on, pipefail, library, interesting, programs, folder, arguments);
  }

  public Options withPipefail(boolean on) {
    return new Options(
        environment, expressions, errexit, on, library, interesting, programs, folder, arguments);
  }

  public Options withLibrary(boolean on) {
    return new Options(
        environment, expressions, errexit, pipefail, on, interesting, programs, folder, arguments);
  }

  public Options withInteresting(Set<String> names) {
    return new Options(
        environment, expressions, errexit, pipefail, library, names, programs, folder, arguments);
  }

  public Options withArguments(@Nullable List<String> known) {
    return new Options(
        environment, expressions, errexit, pipefail, library, interesting, programs, folder, known);
  }

  public Options withPrograms(Programs known, String start) {
    return new Options(
        environment, expressions, errexit, pipefail, library, interesting, known, start, arguments);
  }
}
