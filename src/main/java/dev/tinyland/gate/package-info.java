/** The program: one entry point, everything else in the packages below. */
@NullMarked
package dev.tinyland.gate;

import org.jspecify.annotations.NullMarked;
