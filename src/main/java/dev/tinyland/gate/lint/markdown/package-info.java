/**
 * Markdown pages: their code blocks and prose with exact places. The only one to know commonmark.
 */
@NullMarked
package dev.tinyland.gate.lint.markdown;

import org.jspecify.annotations.NullMarked;
