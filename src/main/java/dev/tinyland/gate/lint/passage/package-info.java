/** Texts in which a host or a setting may stand, from whatever kind of file, with their places. */
@NullMarked
package dev.tinyland.gate.lint.passage;

import org.jspecify.annotations.NullMarked;
