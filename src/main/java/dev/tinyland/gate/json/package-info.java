/** The only package that knows Jackson: a tree reader and a streaming writer. */
@NullMarked
package dev.tinyland.gate.json;

import org.jspecify.annotations.NullMarked;
