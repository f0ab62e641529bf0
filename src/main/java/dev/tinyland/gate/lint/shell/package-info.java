/** Bash text to commands with positions and guards. */
@NullMarked
package dev.tinyland.gate.lint.shell;

import org.jspecify.annotations.NullMarked;
