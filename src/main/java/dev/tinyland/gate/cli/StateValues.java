package dev.tinyland.gate.cli;

import dev.tinyland.gate.lint.policy.Origin;
import dev.tinyland.gate.lint.policy.Sourced;
import dev.tinyland.gate.lint.policy.StateKey;
import dev.tinyland.gate.lint.policy.StateSection;
import dev.tinyland.gate.runtime.check.StateSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the section {@code state} with their origins, those of the policy included. */
final class StateValues {
  private static final StateSettings SEEDS = StateSettings.ofSeeds();

  private StateValues() {}

  /** For each stack the key of its state object. */
  static Map<String, Sourced<String>> stacks(StateSection said) {
    Map<String, Sourced<String>> stacks = new LinkedHashMap<>();
    SEEDS.stacks().forEach((stack, key) -> stacks.put(stack, byDefault(key)));
    stacks.putAll(said.stacks());
    return stacks;
  }

  /** What holds for a key; empty where nothing does. */
  static List<Sourced<String>> of(StateKey key, StateSection said) {
    List<Sourced<String>> texts = said.texts().get(key);
    if (texts != null) {
      return texts;
    }
    List<Sourced<String>> defaults = new ArrayList<>();
    if (key == StateKey.BUCKETS && said.texts().containsKey(StateKey.BUCKET)) {
      // The bucket of the state is the first of them, whatever its name.
      defaults.addAll(of(StateKey.BUCKET, said));
      SEEDS.buckets().stream().skip(1).forEach(bucket -> defaults.add(byDefault(bucket)));
      return defaults;
    }
    for (String text : defaults(key)) {
      defaults.add(byDefault(text));
    }
    return defaults;
  }

  private static List<String> defaults(StateKey key) {
    return switch (key) {
      case BUCKET -> List.of(SEEDS.bucket());
      case BUCKETS -> SEEDS.buckets();
      case NAMESPACE -> List.of(SEEDS.cluster().namespace());
      case DEPLOYMENT -> List.of(SEEDS.cluster().deployment());
      case SERVICE -> List.of(SEEDS.cluster().service());
      case CLAIM -> List.of(SEEDS.cluster().claim());
      case DATA_ROOT -> List.of(SEEDS.cluster().dataRoot());
      case ZFS_NAMESPACE -> List.of(SEEDS.cluster().zfsNamespace());
      case STORAGE_NODE -> List.of(SEEDS.storageNode());
      case CACHE -> List.of(CanaryCommand.CACHE);
      case ENDPOINT, REGION, CONTAINER, SELECTOR, STORE_HASHES, PUBLIC_KEYS -> List.of();
    };
  }

  /** The first of what holds for a key; null where nothing does. */
  static @Nullable String text(StateKey key, StateSection said) {
    List<Sourced<String>> texts = of(key, said);
    return texts.isEmpty() ? null : texts.getFirst().value();
  }

  private static Sourced<String> byDefault(String text) {
    return new Sourced<>(text, new Origin.Default());
  }
}
