/** Code of the repository that commands start: scripts, and recipes of task runners. */
@NullMarked
package dev.tinyland.gate.lint.program;

import org.jspecify.annotations.NullMarked;
