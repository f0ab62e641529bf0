package dev.tinyland.gate.lint.expression;

/** In which way a value that is not known met a known one. */
public enum Comparison {
  /** {@code ==}, {@code !=}, an element of a known array, or a predicate of case(). */
  EQUAL,
  /** The unknown stands on the lesser side of a relational operator. */
  LESS,
  /** The unknown stands on the greater side of a relational operator. */
  GREATER,
  /** contains(): the unknown is the text that is searched, or the text that is looked for. */
  SUBSTRING,
  /** startsWith(). */
  PREFIX,
  /** endsWith(). */
  SUFFIX,
  /** The unknown stands where only truthiness matters; the other value is {@code true}. */
  TRUTHY
}
