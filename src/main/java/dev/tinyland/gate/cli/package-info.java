/** The command line. The only package that knows picocli. */
@NullMarked
package dev.tinyland.gate.cli;

import org.jspecify.annotations.NullMarked;
