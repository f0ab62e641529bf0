package dev.tinyland.gate.lint.policy;

import dev.tinyland.gate.lint.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * An action that writes, and that only the configuration knows.
 *
 * @param uses pattern on the reference without its {@code @ref}; {@code *} is any text
 * @param writesWhen over {@code inputs}: the step writes where it is true
 * @param condition the same as written
 * @param switchInput the input that callers must set to the literal "false" under quarantine
 * @param token the input that carries the credential
 * @param postStep whether it writes after the job's last step
 */
public record AddedSurface(
    String uses,
    Expression writesWhen,
    String condition,
    @Nullable String switchInput,
    @Nullable String token,
    boolean postStep) {}
