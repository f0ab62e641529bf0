/** GitHub's expression language: text to tree to value, with unknown values. */
@NullMarked
package dev.tinyland.gate.lint.expression;

import org.jspecify.annotations.NullMarked;
