package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A step that uses an action with an off switch.
 *
 * @param input the switch, for example {@code push-cache}
 * @param value what the step gives it, or a caller where the step only hands on an input; null
 *     where it is omitted
 * @param step the span of the reference
 * @param handedOn whether the value stands in a caller, or is the default of an input
 */
public record SwitchUse(
    String input, YamlNode.@Nullable Scalar value, String reference, Span step, boolean handedOn) {}
