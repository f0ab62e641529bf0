/** The entry for the operator lane, run with node as the runner does it. */
@NullMarked
package dev.tinyland.gate.lane;

import org.jspecify.annotations.NullMarked;
