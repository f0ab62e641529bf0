/** Verdicts as people read them. */
@NullMarked
package dev.tinyland.gate.runtime.report;

import org.jspecify.annotations.NullMarked;
