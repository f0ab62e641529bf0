/** What a release is made with. */
@NullMarked
package dev.tinyland.gate.release;

import org.jspecify.annotations.NullMarked;
