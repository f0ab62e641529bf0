package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of which nothing is known: each of its keys is a free name of its own. */
record FreeObject(String name, World world) implements Value.Obj {
  @Override
  public Value get(String key) {
    return world.inside(name + "." + key);
  }

  @Override
  public @Nullable Set<String> keys() {
    return null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FreeObject(String otherName, _) && otherName.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
