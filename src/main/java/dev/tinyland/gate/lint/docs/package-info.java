/**
 * What pages for operators teach: their code blocks as workflows and scripts, ready to be judged.
 */
@NullMarked
package dev.tinyland.gate.lint.docs;

import org.jspecify.annotations.NullMarked;
