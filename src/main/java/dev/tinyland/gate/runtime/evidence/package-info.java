/** What was observed: written as it arrives, and read again for a replay. */
@NullMarked
package dev.tinyland.gate.runtime.evidence;

import org.jspecify.annotations.NullMarked;
