package dev.tinyland.gate.lint.expression;

/** Text that is not an expression, worded as GitHub words it. */
public final class ExpressionSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int position;

  /**
   * @param reason what is wrong, without the place: {@code Unexpected symbol: 'x'}
   * @param message the whole sentence
   * @param position 1-based place in the text that the caller gave (UTF-16 code units)
   */
  public ExpressionSyntaxException(String reason, String message, int position) {
    super(message, null, false, false);
    this.reason = reason;
    this.position = position;
  }

  /** What is wrong, without the place. */
  public String reason() {
    return reason;
  }

  /** 1-based place in the text that was given to the parser, in UTF-16 code units. */
  public int position() {
    return position;
  }
}
