package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a context such as {@code inputs} or {@code env} holds at one site, looked up when asked. */
interface Context {
  Value get(String key, World world);

  /** All keys, or null where more may exist than are known. */
  default @Nullable Set<String> keys(World world) {
    return null;
  }

  /** A context that holds nothing: every name is null. */
  static Context empty() {
    return new Context() {
      @Override
      public Value get(String key, World world) {
        return Value.NULL;
      }

      @Override
      public Set<String> keys(World world) {
        return Set.of();
      }
    };
  }

  /** The context as an object of the expression language. */
  static Value.Obj object(Context context, World world) {
    return new Value.Obj() {
      @Override
      public Value get(String key) {
        return context.get(key, world);
      }

      @Override
      public @Nullable Set<String> keys() {
        return context.keys(world);
      }
    };
  }
}
