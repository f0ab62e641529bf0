package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line (or several, for the form with a delimiter) that a script writes for later steps.
 *
 * @param key the name that is set; {@code null} for {@link FileKind#PATH} and where it is not known
 * @param value what it is set to, {@code null} where that is not known
 * @param opaque whether the file may get any names at all here
 * @param guards what must have held to come here, outermost first
 */
public record FileCommandWrite(
    FileKind kind,
    @Nullable String key,
    @Nullable Word value,
    boolean opaque,
    List<ShellCondition> guards,
    int start,
    int end) {
  public FileCommandWrite {
    guards = List.copyOf(guards);
  }
}
