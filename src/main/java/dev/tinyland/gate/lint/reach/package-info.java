/** Who can reach a place: scenarios, what each name means in one, and the search for a witness. */
@NullMarked
package dev.tinyland.gate.lint.reach;

import org.jspecify.annotations.NullMarked;
