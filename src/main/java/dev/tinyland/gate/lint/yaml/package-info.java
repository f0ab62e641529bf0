/** YAML text to nodes with positions. The only package that knows SnakeYAML Engine. */
@NullMarked
package dev.tinyland.gate.lint.yaml;

import org.jspecify.annotations.NullMarked;
