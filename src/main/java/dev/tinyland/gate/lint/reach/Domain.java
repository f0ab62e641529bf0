package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import java.util.List;
import java.util.function.Predicate;

/**
 * What values a free name may take.
 *
 * @param initial values to try first, the likeliest first
 * @param open whether values found in comparisons are tried as well
 * @param allows which of those are possible at all
 * @param exact false where a pattern limits the name, so that an impossible value may have a
 *     possible neighbour that nobody wrote down
 * @param choice how the values share the possibilities
 * @param stems beginnings that every or many a possible value has, put before what is looked for
 * @param filler what texts are put together with
 */
record Domain(
    List<Value> initial,
    boolean open,
    Predicate<Value> allows,
    boolean exact,
    Choice choice,
    List<String> stems,
    Filler filler) {
  Domain(List<Value> initial, boolean open, Predicate<Value> allows, Choice choice) {
    this(initial, open, allows, true, choice, List.of(), Filler.ANY);
  }

  Domain {
    initial = List.copyOf(initial);
    stems = List.copyOf(stems);
  }

  /**
   * Characters that separate the parts of a text that is put together.
   *
   * @param alphabet those to choose from
   * @param divider what every possible value has somewhere
   */
  record Filler(String alphabet, String divider) {
    static final Filler ANY = new Filler("xzqjkvwybpgfmucdlhrsnioate0123456789~^", "");
    static final Filler DIGITS = new Filler("7913468205", "");
    static final Filler PATH = new Filler(ANY.alphabet(), "/");
  }

  enum Choice {
    /** Any value is possible: "always" needs all of them. */
    ANY,
    /** The first value is the normal course of a run: "always" is judged on it alone. */
    NORMAL_COURSE,
    /** All values occur, as the combinations of a matrix do: one is enough for "always". */
    EACH
  }

  /** Any text, or nothing at all. */
  static Domain strings(Value likely) {
    return new Domain(List.of(likely, Value.NULL), true, v -> true, Choice.ANY);
  }

  /** Any text that is there. */
  static Domain present(Value likely) {
    return new Domain(List.of(likely), true, Domain::isPresent, Choice.ANY);
  }

  static Domain closed(Choice choice, List<? extends Value> values) {
    return new Domain(List.copyOf(values), false, v -> true, choice);
  }

  private static boolean isPresent(Value value) {
    String text = Values.text(value);
    return text == null || !text.isEmpty();
  }
}
