/** Finds and reads the files to look at: the I/O in front of the linter. */
@NullMarked
package dev.tinyland.gate.files;

import org.jspecify.annotations.NullMarked;
