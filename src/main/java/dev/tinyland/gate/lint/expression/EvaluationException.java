package dev.tinyland.gate.lint.expression;

/**
 * An expression that fails while it is evaluated. On GitHub the job or step fails, so whatever the
 * expression guards does not run.
 */
public final class EvaluationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final boolean limit;

  /**
   * @param position 1-based place in the expression's text; 0 for a node that was never written
   * @param limit true where a bound of this program was hit, which says nothing about GitHub
   */
  public EvaluationException(String message, int position, boolean limit) {
    super(message, null, false, false);
    this.position = position;
    this.limit = limit;
  }

  static EvaluationException at(Expression expression, String message) {
    return new EvaluationException(message, expression.start() + 1, false);
  }

  static EvaluationException limit(Expression expression) {
    return new EvaluationException(
        "The maximum allowed memory size was exceeded", expression.start() + 1, true);
  }

  /** 1-based place in the expression's text; 0 for a node that was never written. */
  public int position() {
    return position;
  }

  /** True where a bound of this program was hit: nothing is known about the result then. */
  public boolean isLimit() {
    return limit;
  }
}
