/** The rules: one file each, beside one page each in {@code docs/rules}. */
@NullMarked
package dev.tinyland.gate.lint.rule;

import org.jspecify.annotations.NullMarked;
