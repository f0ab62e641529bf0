/** Files as text with exact positions. Depends on nothing. */
@NullMarked
package dev.tinyland.gate.source;

import org.jspecify.annotations.NullMarked;
