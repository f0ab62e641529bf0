/** Reports to text, JSON, SARIF, workflow commands and Markdown. */
@NullMarked
package dev.tinyland.gate.render;

import org.jspecify.annotations.NullMarked;
