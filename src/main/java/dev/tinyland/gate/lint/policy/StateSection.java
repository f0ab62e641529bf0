package dev.tinyland.gate.lint.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of the state path; what it does not say is not here.
 *
 * @param stacks for each stack the key of its state object
 * @param texts for each key what it says; one text where it takes no list
 */
public record StateSection(
    Map<String, Sourced<String>> stacks, Map<StateKey, List<Sourced<String>>> texts) {
  public static final String STACKS = "stacks";

  /** Nothing. */
  public static final StateSection EMPTY = new StateSection(Map.of(), Map.of());

  public StateSection {
    stacks = Collections.unmodifiableMap(new LinkedHashMap<>(stacks));
    Map<StateKey, List<Sourced<String>>> copy = new EnumMap<>(StateKey.class);
    texts.forEach((key, value) -> copy.put(key, List.copyOf(value)));
    texts = Collections.unmodifiableMap(copy);
  }

  /** What a key says; null where it says nothing. */
  public @Nullable String text(StateKey key) {
    List<Sourced<String>> said = texts.get(key);
    return said == null || said.isEmpty() ? null : said.getFirst().value();
  }

  /** The list that a key says; null where it says nothing. */
  public @Nullable List<String> list(StateKey key) {
    List<Sourced<String>> said = texts.get(key);
    return said == null ? null : Sourced.values(said);
  }
}
