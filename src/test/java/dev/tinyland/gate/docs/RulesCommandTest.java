package dev.tinyland.gate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.testing.CommandRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code gate rules} and {@code gate explain}: the pages as they travel with the program. */
class RulesCommandTest {
  @Test
  void explain_prints_the_page_of_every_rule() {
    for (RuleInfo rule : Rules.infos()) {
      CommandRun run = CommandRun.of("explain", rule.id());
      assertThat(run.code()).isZero();
      assertThat(run.out()).isEqualTo(Pages.read(Pages.RULES.resolve(rule.id() + ".md")));
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void explain_of_a_rule_that_does_not_exist_is_wrong_usage() {
    CommandRun run = CommandRun.of("explain", "attic-write-on-pull-requests");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("did you mean attic-write-on-pull-request;")
        .contains("gate rules");
    assertThat(CommandRun.of("explain", "../rules/unreadable-file").code()).isEqualTo(2);
    assertThat(CommandRun.of("explain").code()).isEqualTo(2);
    assertThat(CommandRun.of("explain", "").code()).isEqualTo(2);
  }

  @Test
  void rules_prints_one_line_for_each_rule() {
    CommandRun run = CommandRun.of("rules");
    assertThat(run.code()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSameSizeAs(Rules.infos());
    for (int i = 0; i < lines.size(); i++) {
      RuleInfo rule = Rules.infos().get(i);
      assertThat(lines.get(i).split(" +", 3))
          .containsExactly(rule.id(), rule.level().word(), rule.summary());
    }
  }

  @Test
  void every_rule_links_to_its_page() {
    for (RuleInfo rule : Rules.infos()) {
      assertThat(rule.helpUri())
          .startsWith("https://")
          .endsWith("/docs/rules/" + rule.id() + ".md");
    }
  }
}
