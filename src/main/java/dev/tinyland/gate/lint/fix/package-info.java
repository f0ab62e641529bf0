/** Applies fixes in memory and proves that they mend what they should and nothing else changes. */
@NullMarked
package dev.tinyland.gate.lint.fix;

import org.jspecify.annotations.NullMarked;
