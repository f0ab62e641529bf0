package dev.tinyland.gate.render;

/**
 * How a report is to be written. Each format reads only what concerns it.
 *
 * @param color whether text carries ANSI colours
 * @param width how many terminal cells a line may take before it is wrapped or cut; at least 40
 * @param annotationsCapped whether workflow commands stop before the number at which the runner
 *     drops them
 * @param witness whether the reach matrix carries the conditions and contexts that prove a cell
 * @param includeSuppressed whether text and SARIF carry suppressed findings; GitHub would open an
 *     alert for each of them
 * @param elsewhere where a format with limits sends those who want the rest: {@code X lists them
 *     all}
 */
public record RenderOptions(
    boolean color,
    int width,
    boolean annotationsCapped,
    boolean witness,
    boolean includeSuppressed,
    String elsewhere) {
  /** No colours, 100 cells, capped annotations, no witnesses, no suppressed findings. */
  public static final RenderOptions DEFAULTS =
      new RenderOptions(false, 100, true, false, false, "the full report");

  public RenderOptions {
    width = Math.max(40, width);
  }

  public RenderOptions(boolean color, int width, boolean annotationsCapped) {
    this(color, width, annotationsCapped, false, false, DEFAULTS.elsewhere);
  }

  public RenderOptions withColor(boolean wanted) {
    return new RenderOptions(
        wanted, width, annotationsCapped, witness, includeSuppressed, elsewhere);
  }

  public RenderOptions withWidth(int cells) {
    return new RenderOptions(
        color, cells, annotationsCapped, witness, includeSuppressed, elsewhere);
  }

  public RenderOptions withAnnotationsCapped(boolean wanted) {
    return new RenderOptions(color, width, wanted, witness, includeSuppressed, elsewhere);
  }

  public RenderOptions withWitness(boolean wanted) {
    return new RenderOptions(color, width, annotationsCapped, wanted, includeSuppressed, elsewhere);
  }

  public RenderOptions withIncludeSuppressed(boolean wanted) {
    return new RenderOptions(color, width, annotationsCapped, witness, wanted, elsewhere);
  }

  public RenderOptions withElsewhere(String place) {
    return new RenderOptions(color, width, annotationsCapped, witness, includeSuppressed, place);
  }
}
