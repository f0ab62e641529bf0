package dev.tinyland.gate.lint.policy;

import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .github/gate.yml}. What it says stands over the posture of the policy documents:
 * single values and {@code docs.paths} replace, lists and maps add to what is there.
 */
public final class PolicyReader {
  private final Draft draft = new Draft();
  private final Values values;
  private final Vocabulary vocabulary;

  /**
   * What a configuration may name.
   *
   * @param knowsAction whether a reference names an action that is known to write without it
   */
  public record Vocabulary(List<RuleInfo> rules, Predicate<String> knowsAction) {
    public Vocabulary {
      rules = List.copyOf(rules);
    }
  }

  /**
   * What was read.
   *
   * @param problems everything that is wrong, in file order; with any of them the configuration is
   *     not to be used
   */
  public record Read(SourceFile file, Configuration configuration, List<Problem> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  private PolicyReader(List<Problem> problems, Vocabulary vocabulary) {
    this.values = new Values(problems);
    this.vocabulary = vocabulary;
  }

  /** Reads a file. An empty one says nothing. */
  public static Read read(String path, byte[] bytes, Vocabulary vocabulary) {
    List<Problem> problems = new ArrayList<>();
    SourceFile file = YamlReader.decode(path, bytes, problems);
    YamlDocument document = YamlReader.read(file);
    problems.addAll(document.problems());
    PolicyReader reader = new PolicyReader(problems, vocabulary);
    YamlNode root = document.root();
    if (root instanceof YamlNode.Mapping mapping) {
      reader.all(mapping);
    } else if (root != null && !isNothing(root)) {
      reader.values.wrong(root.span(), "a configuration is a mapping of keys to values");
    }
    problems.sort((one, other) -> one.span().compareTo(other.span()));
    return new Read(file, reader.draft.done(), problems);
  }

  private static boolean isNothing(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Scalar.Kind.NULL;
  }

  private void all(YamlNode.Mapping mapping) {
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      YamlNode value = entry.value();
      switch (key) {
        case "profile" -> profile(value);
        case "default-branch" -> {
          YamlNode.Scalar text = values.text(value, key, TextForm.BRANCH);
          draft.defaultBranch = text == null ? draft.defaultBranch : sourced(text);
        }
        case "operator-lane" -> {
          YamlNode.Scalar text = values.text(value, key, TextForm.LABEL);
          draft.operatorLane = text == null ? draft.operatorLane : sourced(text);
        }
        case "first-party-owners" -> add(value, key, TextForm.OWNER, draft.firstPartyOwners);
        case "confirm-tokens" -> confirmTokens(value);
        case "surfaces" -> new SurfaceReader(values, vocabulary).all(value, draft.surfaces);
        case "allowed-writers" -> add(value, key, TextForm.WRITER, draft.allowedWriters);
        case "docs" -> docs(value);
        case "out-of-contract-hosts" -> add(value, key, TextForm.HOST, draft.outOfContract);
        case "endpoints" -> add(value, key, TextForm.HOST, draft.endpoints);
        case "rules" -> new LevelReader(values, vocabulary.rules()).all(value, draft.levels);
        case "state" -> draft.state = StateReader.read(value, values);
        default -> values.unknownKey(entry.key(), "", PolicyKeys.ALL);
      }
    }
    contradictions();
  }

  private void profile(YamlNode node) {
    List<String> words = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      words.add(profile.word());
    }
    YamlNode.Scalar word = values.word(node, "profile", words);
    Profile profile = word == null ? null : Profile.parse(word.value());
    if (word != null && profile != null) {
      draft.profile = new Sourced<>(profile, new Origin.Configured(word.span()));
    }
  }

  private void confirmTokens(YamlNode node) {
    YamlNode.Mapping mapping = values.mapping(node, "confirm-tokens");
    if (mapping == null) {
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      String probe = entry.key().value();
      if (!PolicyKeys.PROBES.contains(probe)) {
        values.unknownKey(entry.key(), " in `confirm-tokens`", PolicyKeys.PROBES);
        continue;
      }
      YamlNode.Scalar token = values.text(entry.value(), probe, TextForm.TOKEN);
      if (token != null) {
        draft.confirmTokens.put(probe, sourced(token));
      }
    }
  }

  private void docs(YamlNode node) {
    YamlNode.Mapping mapping = values.mapping(node, "docs");
    if (mapping == null) {
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      switch (entry.key().value()) {
        case "paths" -> {
          List<Sourced<String>> paths = new ArrayList<>();
          add(entry.value(), "paths", TextForm.GLOB, paths);
          draft.docsPaths = paths;
        }
        case "historical" -> add(entry.value(), "historical", TextForm.GLOB, draft.docsHistorical);
        default -> values.unknownKey(entry.key(), " in `docs`", PolicyKeys.DOCS);
      }
    }
  }

  /** What is there already stays what it is. */
  private void add(YamlNode node, String name, TextForm form, List<Sourced<String>> to) {
    for (YamlNode.Scalar text : values.texts(node, name, form)) {
      if (!Sourced.values(to).contains(text.value())) {
        to.add(sourced(text));
      }
    }
  }

  /** What makes the policy say two things at once. */
  private void contradictions() {
    Map<String, String> probes = new HashMap<>();
    for (Map.Entry<String, Sourced<String>> token : draft.confirmTokens.entrySet()) {
      String other = probes.putIfAbsent(token.getValue().value(), token.getKey());
      if (other != null) {
        wrongWhereConfigured(
            token.getValue(),
            draft.confirmTokens.get(other),
            "`" + token.getKey() + "` and `" + other + "` have the same token: each needs its own");
      }
    }
    for (Sourced<String> stale : draft.outOfContract) {
      for (Sourced<String> endpoint : draft.endpoints) {
        if (stale.value().equalsIgnoreCase(endpoint.value())) {
          wrongWhereConfigured(
              endpoint, stale, "`" + endpoint.value() + "` is out of contract and an endpoint");
        }
      }
    }
  }

  /** Of two values that do not go together at least one is configured. */
  private void wrongWhereConfigured(
      Sourced<String> one, @Nullable Sourced<String> other, String message) {
    if (one.origin() instanceof Origin.Configured(var span)) {
      values.wrong(span, message);
    } else if (other != null && other.origin() instanceof Origin.Configured(var span)) {
      values.wrong(span, message);
    }
  }

  private static Sourced<String> sourced(YamlNode.Scalar scalar) {
    return new Sourced<>(scalar.value(), new Origin.Configured(scalar.span()));
  }
}
