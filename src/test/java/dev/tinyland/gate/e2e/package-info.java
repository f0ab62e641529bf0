/** The action as GitHub runs it: an emulated runner, and tests of what it gives and gets. */
@NullMarked
package dev.tinyland.gate.e2e;

import org.jspecify.annotations.NullMarked;
