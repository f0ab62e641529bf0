/**
 * Shows a report on GitHub through its REST API: as a check run and as a comment on a pull request.
 * The only package that knows the library for it.
 */
@NullMarked
package dev.tinyland.gate.github;

import org.jspecify.annotations.NullMarked;
