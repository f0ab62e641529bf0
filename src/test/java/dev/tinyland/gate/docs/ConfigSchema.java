package dev.tinyland.gate.docs;

import dev.tinyland.gate.json.JsonWriter;
import dev.tinyland.gate.lint.policy.PolicyKeys;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.policy.RuleLevel;
import dev.tinyland.gate.lint.policy.StateKey;
import dev.tinyland.gate.lint.policy.StateSection;
import dev.tinyland.gate.lint.policy.TextForm;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of {@code .github/gate.yml}, from what its reader knows. */
final class ConfigSchema {
  static final String FILE = "gate.schema.json";
  private static final String BASE =
      "https://github.com/gloriousflywheel/gate-action/blob/main/docs/";

  private ConfigSchema() {}

  static String text() {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", BASE + "reference/" + FILE);
    root.put("title", "Configuration of gate");
    root.put(
        "description",
        ".github/gate.yml of a repository. Generated from the program; "
            + BASE
            + "configuration.md");
    root.put("type", List.of("object", "null"));
    root.put("additionalProperties", false);
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (String key : PolicyKeys.ALL) {
      properties.put(key, property(key));
    }
    root.put("properties", properties);
    return JsonWriter.pretty(root) + "\n";
  }

  private static Map<String, @Nullable Object> property(String key) {
    return switch (key) {
      case "profile" ->
          words(
              "Which part of the policy applies.",
              Arrays.stream(Profile.values()).map(Profile::word).toList());
      case "default-branch" -> text("The default branch; else it is found out.", TextForm.BRANCH);
      case "operator-lane" ->
          text("The only runner label on which operator probes may run.", TextForm.LABEL);
      case "first-party-owners" ->
          list(
              "Owners whose actions are held to the quarantine as our own; added to those of the policy documents.",
              TextForm.OWNER);
      case "confirm-tokens" -> {
        Map<String, @Nullable Object> tokens = new LinkedHashMap<>();
        for (String probe : PolicyKeys.PROBES) {
          tokens.put(probe, text("The token of this profile of the probe.", TextForm.TOKEN));
        }
        yield object("What has to be typed to confirm a publication probe.", tokens);
      }
      case "surfaces" -> surfaces();
      case "allowed-writers" ->
          list(
              "Third-party actions and workflows that a person has vouched for, each at one commit.",
              TextForm.WRITER);
      case "docs" -> {
        Map<String, @Nullable Object> docs = new LinkedHashMap<>();
        docs.put("paths", list("Operator-facing pages; replaces the default.", TextForm.GLOB));
        docs.put(
            "historical",
            list("Pages that quote what once was, and teach nothing.", TextForm.GLOB));
        yield object("Which pages are judged.", docs);
      }
      case "out-of-contract-hosts" ->
          list(
              "Hosts and namespaces that no longer are current authority; added to those of the policy documents.",
              TextForm.HOST);
      case "endpoints" ->
          list("Hosts of the caches; added to those of the policy documents.", TextForm.HOST);
      case "rules" -> rules();
      case "state" -> state();
      default -> throw new AssertionError("the schema does not know " + key);
    };
  }

  private static Map<String, @Nullable Object> surfaces() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (String key : PolicyKeys.SURFACE) {
      properties.put(
          key,
          switch (key) {
            case "uses" -> text("The action without its @ref; * is any text.", TextForm.USES);
            case "writes-when" -> {
              Map<String, @Nullable Object> condition = new LinkedHashMap<>();
              condition.put(
                  "description",
                  "A GitHub expression over `inputs`: the step writes where it is true. An input that is not given is empty.");
              Map<String, @Nullable Object> text = new LinkedHashMap<>();
              text.put("type", "string");
              text.put("minLength", 1);
              condition.put("anyOf", List.of(text, Map.of("const", true)));
              yield condition;
            }
            case "switch" ->
                text("The input that has to be \"false\" under quarantine.", TextForm.INPUT);
            case "token" -> text("The input that carries the credential.", TextForm.INPUT);
            case "post-step" -> {
              Map<String, @Nullable Object> flag = new LinkedHashMap<>();
              flag.put("description", "Whether it writes after the job's last step.");
              flag.put("type", "boolean");
              yield flag;
            }
            default -> throw new AssertionError("the schema does not know " + key);
          });
    }
    Map<String, @Nullable Object> surface = object("An action that writes.", properties);
    surface.put("required", List.of("uses", "writes-when"));
    Map<String, @Nullable Object> list = new LinkedHashMap<>();
    list.put("description", "What writes beside what is built in.");
    list.put("type", "array");
    list.put("items", surface);
    return list;
  }

  private static Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    Map<String, @Nullable Object> stacks = new LinkedHashMap<>();
    stacks.put("description", "For each stack the key of its state object.");
    stacks.put("type", "object");
    stacks.put("propertyNames", Map.of("pattern", TextForm.TOKEN.regex()));
    stacks.put("additionalProperties", text("The key.", TextForm.OBJECT_KEY));
    properties.put(StateSection.STACKS, stacks);
    for (StateKey key : StateKey.values()) {
      properties.put(
          key.key(),
          key.isList() ? list(key.description(), key.form()) : text(key.description(), key.form()));
    }
    return object("Where the state path of the operators is.", properties);
  }

  private static Map<String, @Nullable Object> rules() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (RuleInfo rule : Rules.infos()) {
      List<String> levels = new ArrayList<>();
      for (RuleLevel level : RuleLevel.values()) {
        if (rule.suppressible() || !level.isBelow(rule.level())) {
          levels.add(level.word());
        }
      }
      properties.put(rule.id(), words(rule.summary() + ".", levels));
    }
    return object("What each rule weighs; the level of all its findings.", properties);
  }

  private static Map<String, @Nullable Object> object(
      String description, Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("description", description);
    object.put("type", "object");
    object.put("additionalProperties", false);
    object.put("properties", properties);
    return object;
  }

  private static Map<String, @Nullable Object> list(String description, TextForm form) {
    Map<String, @Nullable Object> list = new LinkedHashMap<>();
    list.put("description", description);
    list.put("type", "array");
    list.put("items", text(form.inWords(), form));
    return list;
  }

  private static Map<String, @Nullable Object> text(String description, TextForm form) {
    Map<String, @Nullable Object> text = new LinkedHashMap<>();
    text.put("description", description);
    text.put("type", "string");
    text.put("pattern", form.regex());
    return text;
  }

  private static Map<String, @Nullable Object> words(String description, List<String> words) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("description", description);
    map.put("enum", words);
    return map;
  }
}
