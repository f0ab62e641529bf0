/** Workflows and actions as GitHub reads them: triggers, jobs, steps, inputs. No evaluation. */
@NullMarked
package dev.tinyland.gate.lint.workflow;

import org.jspecify.annotations.NullMarked;
