package dev.tinyland.gate.lint.policy;

import dev.tinyland.gate.source.Span;

/** Where a value of the policy comes from. */
public sealed interface Origin {
  /** The policy documents say it, and nothing says otherwise. */
  record Default() implements Origin {}

  /** It was found out, for example from the clone. */
  record FoundOut(String from) implements Origin {}

  /** The configuration says it, there. */
  record Configured(Span span) implements Origin {}

  /** The command line says it. */
  record Given(String option) implements Origin {}
}
