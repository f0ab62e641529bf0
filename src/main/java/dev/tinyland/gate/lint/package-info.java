/** The main job: files in, report out. */
@NullMarked
package dev.tinyland.gate.lint;

import org.jspecify.annotations.NullMarked;
