/** Helpers that tests of several packages share. */
@NullMarked
package dev.tinyland.gate.testing;

import org.jspecify.annotations.NullMarked;
