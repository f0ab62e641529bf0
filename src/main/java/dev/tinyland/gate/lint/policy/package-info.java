/** What a team asks for: the seeds' posture, unless its configuration says otherwise. */
@NullMarked
package dev.tinyland.gate.lint.policy;

import org.jspecify.annotations.NullMarked;
