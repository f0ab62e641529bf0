package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code X=value}, {@code X+=value}, {@code a[i]=value} or {@code a=(x y)}.
 *
 * @param index what stands in brackets, {@code null} without brackets
 * @param append whether it is {@code +=}
 * @param value the value of a scalar, {@code null} for an array
 * @param elements the elements of an array, empty for a scalar
 */
public record Assignment(
    String name,
    @Nullable Word index,
    boolean append,
    @Nullable Word value,
    List<Word> elements,
    int start,
    int end) {
  public Assignment {
    elements = List.copyOf(elements);
  }
}
