/** Findings that a team has recorded, so that only new ones count. Knows reports only. */
@NullMarked
package dev.tinyland.gate.baseline;

import org.jspecify.annotations.NullMarked;
