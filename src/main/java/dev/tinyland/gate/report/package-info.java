/** What a run found: surfaces, findings, problems. Plain records, no I/O. */
@NullMarked
package dev.tinyland.gate.report;

import org.jspecify.annotations.NullMarked;
