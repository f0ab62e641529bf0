package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Operation;
import java.util.List;

/**
 * One piece of the canary's evidence.
 *
 * @param command the operation
 * @param options that it needs; {@code bucket attic} stands for an option with its value
 */
record CanaryStep(String command, List<String> options) {
  static final CanaryStep READINESS = new CanaryStep(Canary.READINESS, List.of("expect-interim"));
  static final CanaryStep BUCKET = new CanaryStep(Canary.RCA, List.of("bucket attic"));
  static final CanaryStep NAR = new CanaryStep(Canary.NAR, List.of());
  static final CanaryStep SCRATCH =
      new CanaryStep(Canary.RCA, List.of("scratch-probe", "strict-scratch-disk-markers"));
  static final CanaryStep INVENTORY = new CanaryStep(Canary.INVENTORY, List.of());

  /** How an operation relates to it. */
  enum Match {
    NO,
    /** It may be: some of what it is given is put together when it runs. */
    MAYBE,
    /** It is meant, but not all options are there. */
    PARTLY,
    YES
  }

  Match match(Operation operation) {
    if (!operation.name().equals(command)) {
      return Match.NO;
    }
    int given = 0;
    for (String option : options) {
      given += has(operation.arguments(), option) ? 1 : 0;
    }
    if (given == options.size()) {
      return Match.YES;
    }
    for (String argument : operation.arguments()) {
      boolean option = argument.startsWith("-") || argument.indexOf('=') > 0;
      if (!option && argument.indexOf('$') >= 0 && !takesIt(operation.arguments(), argument)) {
        return Match.MAYBE;
      }
    }
    boolean meant = given > 0 || (options.size() == 1 && !command.equals(Canary.RCA));
    return meant ? Match.PARTLY : Match.NO;
  }

  /** Whether an argument is the value of the option before it. */
  private static boolean takesIt(List<String> arguments, String argument) {
    int at = arguments.indexOf(argument);
    return at > 0 && arguments.get(at - 1).startsWith("--");
  }

  /**
   * {@code --name}, {@code --name value}, {@code --name=value} or, of an action, {@code
   * name=value}.
   */
  private static boolean has(List<String> arguments, String option) {
    int blank = option.indexOf(' ');
    String name = blank < 0 ? option : option.substring(0, blank);
    String value = blank < 0 ? "true" : option.substring(blank + 1);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      boolean follows = i + 1 < arguments.size() && arguments.get(i + 1).equals(value);
      if (argument.equals("--" + name) && (blank < 0 || follows)) {
        return true;
      }
      if (argument.equals("--" + name + "=" + value) || argument.equals(name + "=" + value)) {
        return true;
      }
    }
    return false;
  }

  /** As a person types it. */
  String text() {
    StringBuilder text = new StringBuilder("`").append(command);
    for (String option : options) {
      text.append(" --").append(option);
    }
    return text.append('`').toString();
  }

  /** The options that an operation lacks, as a person types them. */
  String lacking(Operation operation) {
    StringBuilder text = new StringBuilder();
    for (String option : options) {
      if (!has(operation.arguments(), option)) {
        text.append(text.isEmpty() ? "`--" : " and `--").append(option).append('`');
      }
    }
    return text.toString();
  }
}
