/** Comments that suppress findings, read from any text. */
@NullMarked
package dev.tinyland.gate.lint.suppression;

import org.jspecify.annotations.NullMarked;
