/** A state path to break on purpose: stand-ins for all that the checks look at, on loopback. */
@NullMarked
package dev.tinyland.gate.lab;

import org.jspecify.annotations.NullMarked;
