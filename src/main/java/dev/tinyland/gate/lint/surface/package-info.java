/** What can write to a cache: the knowledge base, and the walk that finds its uses. */
@NullMarked
package dev.tinyland.gate.lint.surface;

import org.jspecify.annotations.NullMarked;
