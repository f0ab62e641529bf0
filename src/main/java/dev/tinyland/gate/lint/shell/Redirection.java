package dev.tinyland.gate.lint.shell;

import org.jspecify.annotations.Nullable;

/**
 * A redirection.
 *
 * @param descriptor what stands before the operator: digits, {@code {name}}, or empty
 * @param operator {@code <}, {@code >}, {@code >>}, {@code <<}, {@code <<-}, {@code <<<}, {@code
 *     >&}, {@code &>}, …
 * @param target the word after it; of a here-document the delimiter
 * @param document the here-document, {@code null} for other operators
 */
public record Redirection(
    String descriptor,
    String operator,
    Word target,
    @Nullable HereDocument document,
    int start,
    int end) {
  /** Whether it changes where standard output goes. */
  public boolean isOutput() {
    boolean writes =
        operator.equals(">")
            || operator.equals(">>")
            || operator.equals(">|")
            || operator.equals("&>")
            || operator.equals("&>>")
            || operator.equals(">&");
    return writes && (descriptor.isEmpty() || descriptor.equals("1"));
  }
}
