package dev.tinyland.gate.lint.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.surface.ConfiguredKnowledge;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration says, and what is wrong with one. */
class PolicyReaderTest {
  static final List<Mistakes.Mistake> MISTAKES = Mistakes.ALL;

  private static PolicyReader.Read read(String text) {
    return PolicyReader.read(
        "gate.yml", text.getBytes(UTF_8), Linter.vocabulary(KnowledgeBaseReader.builtIn()));
  }

  private static List<String> problems(String text) {
    List<String> problems = new ArrayList<>();
    for (Problem problem : read(text).problems()) {
      Span span = problem.span();
      problems.add(span.line() + ":" + span.column() + " " + problem.message());
    }
    return problems;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "{}\n", "surfaces: []\nrules: {}\n"})
  void what_says_nothing_is_the_posture_of_the_policy_documents(String text) {
    PolicyReader.Read read = read(text);
    assertThat(read.problems()).isEmpty();
    assertThat(read.configuration()).isEqualTo(Configuration.ofSeeds());
    Policy policy = read.configuration().policy();
    assertThat(policy).isEqualTo(Policy.ofSeeds(Profile.QUARANTINE));
    KnowledgeBase builtIn = KnowledgeBaseReader.builtIn();
    assertThat(ConfiguredKnowledge.of(builtIn, policy)).isSameAs(builtIn);
  }

  @Test
  void every_value_has_the_place_that_it_comes_from() {
    Configuration read =
        read("""
        profile: downstream
        first-party-owners: [example, tinyland-inc]
        confirm-tokens:
          small-check: really
        docs: { paths: ['docs/**'] }
        rules:
          always-true-condition: off
        """)
            .configuration();
    assertThat(read.profile()).isEqualTo(new Sourced<>(Profile.DOWNSTREAM, at(1, 10, 20)));
    assertThat(read.operatorLane().origin()).isEqualTo(new Origin.Default());
    assertThat(read.firstPartyOwners())
        .containsExactly(
            Sourced.byDefault("tinyland-inc"),
            Sourced.byDefault("Jesssullivan"),
            Sourced.byDefault("gloriousflywheel"),
            new Sourced<>("example", at(2, 22, 29)));
    assertThat(read.confirmTokens())
        .containsEntry("small-check", new Sourced<>("really", at(4, 16, 22)))
        .containsEntry("synthetic", Sourced.byDefault("probe-attic-publication"));
    assertThat(read.docsPaths()).containsExactly(new Sourced<>("docs/**", at(5, 17, 26)));
    assertThat(read.levels())
        .containsOnlyKeys("always-true-condition")
        .containsEntry("always-true-condition", new Sourced<>(RuleLevel.OFF, at(7, 26, 29)));
  }

  @Test
  void the_state_path_is_read_and_not_judged() {
    Configuration read =
        read("""
        state:
          stacks: { dashboard: infra/dashboard/terraform.tfstate }
          endpoint: http://rustfs.nix-cache.svc.cluster.local:9000
          buckets: [tofu-state, attic, bazel-cache]
        """)
            .configuration();
    StateSection state = read.state();
    assertThat(state.stacks())
        .containsOnly(
            Map.entry(
                "dashboard", new Sourced<>("infra/dashboard/terraform.tfstate", at(2, 24, 57))));
    assertThat(state.text(StateKey.ENDPOINT))
        .isEqualTo("http://rustfs.nix-cache.svc.cluster.local:9000");
    assertThat(state.list(StateKey.BUCKETS)).containsExactly("tofu-state", "attic", "bazel-cache");
    assertThat(state.text(StateKey.BUCKET)).isNull();
    assertThat(state.list(StateKey.STORE_HASHES)).isNull();
    assertThat(read.policy()).isEqualTo(Policy.ofSeeds(Profile.QUARANTINE));
  }

  private static Origin at(int line, int column, int endColumn) {
    return new Origin.Configured(new Span("gate.yml", line, column, line, endColumn));
  }

  @Test
  void what_the_command_line_says_stands_over_the_file() {
    Configuration read = read("profile: downstream\n").configuration();
    Sourced<Profile> given = new Sourced<>(Profile.QUARANTINE, new Origin.Given("--profile"));
    assertThat(read.withProfile(given).policy()).isEqualTo(Policy.ofSeeds(Profile.QUARANTINE));
  }

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void a_mistake_is_named_where_it_is(Mistakes.Mistake mistake) {
    assertThat(problems(mistake.text())).containsExactly(mistake.problem());
  }

  @Test
  void all_mistakes_are_named_at_once_in_the_order_of_the_file() {
    assertThat(problems("profil: x\nsurfaces: 1\nrules: []\noperator-lane: b c\n"))
        .hasSize(4)
        .isSortedAccordingTo((one, other) -> one.substring(0, 1).compareTo(other.substring(0, 1)));
  }

  @Test
  void a_condition_may_stand_in_a_fence_and_may_be_a_literal() {
    String text =
        """
        surfaces:
          - { uses: example/one, writes-when: "${{ inputs.push != 'false' }}" }
          - { uses: example/two, writes-when: true }
        """;
    assertThat(problems(text)).isEmpty();
    assertThat(read(text).configuration().policy().surfaces())
        .extracting(AddedSurface::condition)
        .containsExactly("${{ inputs.push != 'false' }}", "true");
  }

  @Test
  void only_the_exact_commit_is_vouched_for() {
    String sha = "0123456789abcdef0123456789abcdef01234567";
    Policy policy =
        read("allowed-writers: [example/name@" + sha + ", example/name/Path@" + sha + "]\n")
            .configuration()
            .policy();
    assertThat(policy.vouchesFor("example/name@" + sha)).isTrue();
    assertThat(policy.vouchesFor("Example/Name@" + sha.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(policy.vouchesFor("example/name/Path@" + sha)).isTrue();
    assertThat(policy.vouchesFor("example/name/path@" + sha)).isFalse();
    assertThat(policy.vouchesFor("example/name/other@" + sha)).isFalse();
    assertThat(policy.vouchesFor("example/name@main")).isFalse();
    assertThat(policy.vouchesFor("example/name")).isFalse();
  }

  @Test
  void the_nearest_word_takes_few_edits() {
    List<String> words = List.of("profile", "rules", "endpoints");
    assertThat(Nearest.of("prfile", words)).isEqualTo("profile");
    assertThat(Nearest.of("PROFILE", words)).isEqualTo("profile");
    assertThat(Nearest.of("rule", words)).isEqualTo("rules");
    assertThat(Nearest.of("policy", words)).isNull();
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }
}
