package dev.tinyland.gate.lint.reach;

/** What a search supposes besides the scenario. */
public enum Assumption {
  NONE,
  /** A caller that is not in sight gives no input that it need not give. */
  DEFAULT_INPUTS,
  /** No secret is set: a write that is still possible is not gated by one. */
  NO_SECRETS,
  /** No step fails: for what runs only after success, so that all steps before it succeeded. */
  SUCCESS
}
