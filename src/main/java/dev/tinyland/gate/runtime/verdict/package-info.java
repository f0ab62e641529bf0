/** What follows from evidence: pure functions, without a clock, a file or a variable. */
@NullMarked
package dev.tinyland.gate.runtime.verdict;

import org.jspecify.annotations.NullMarked;
