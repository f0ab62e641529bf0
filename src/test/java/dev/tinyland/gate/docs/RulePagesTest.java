package dev.tinyland.gate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.RuleInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule has a page, and every example on it is what gate really says. */
@Tag("generated-docs")
class RulePagesTest {
  private static final String UPDATE =
      "mvn test -Dtest=RulePagesTest -Dgolden.update=true writes the text blocks anew";

  @Test
  void every_rule_has_a_page_and_every_page_a_rule() {
    List<String> wanted = Rules.infos().stream().map(rule -> rule.id() + ".md").sorted().toList();
    assertThat(Pages.names(Pages.RULES)).isEqualTo(wanted);
  }

  @Test
  void a_rule_is_named_after_what_it_finds() {
    for (RuleInfo rule : Rules.infos()) {
      assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*").doesNotMatch("(no|must|check)-.*");
      assertThat(rule.summary()).doesNotEndWith(".").isNotBlank();
    }
    assertThat(Rules.infos().stream().map(RuleInfo::id)).doesNotHaveDuplicates();
  }

  @TestFactory
  List<DynamicTest> every_page_has_the_same_shape() {
    return forEachPage(RulePagesTest::checkShape);
  }

  @TestFactory
  List<DynamicTest> every_example_is_what_gate_says() {
    return forEachPage((rule, page) -> {
      if (Pages.updating()) {
        Pages.write(page.file(), page.withFindings(findings(rule, page)));
      }
      RulePage now = RulePage.read(page.file());
      for (Example example : now.examples()) {
        checkExample(rule, now, example);
      }
    });
  }

  @TestFactory
  List<DynamicTest> the_profiles_on_the_page_are_those_in_which_the_rule_speaks() {
    return forEachPage((rule, page) -> {
      for (Profile profile : Profile.values()) {
        boolean speaks =
            page.examples().stream()
                .filter(example -> example.verdict() instanceof Example.Fails)
                .anyMatch(example -> !Example.ofRule(example.lint(profile), rule.id()).isEmpty());
        assertThat(speaks)
            .as("%s says something under %s", rule.id(), profile.word())
            .isEqualTo(page.profiles().contains(profile));
      }
    });
  }

  private static void checkShape(RuleInfo rule, RulePage page) {
    assertThat(page.title()).isEqualTo("# " + rule.id());
    assertThat(page.facts())
        .startsWith("Level: " + rule.level().word() + " · Profile")
        .contains(rule.suppressible() ? " · Can be suppressed · " : " · Cannot be suppressed · ")
        .endsWith(" · Since " + rule.since());
    assertThat(page.lines().stream().filter(line -> line.startsWith("## ")).toList())
        .isEqualTo(RulePage.SECTIONS);
    assertThat(page.examples())
        .as("%s: a failing example", page.file())
        .anyMatch(example -> example.verdict() instanceof Example.Fails);
    assertThat(page.examples())
        .as("%s: a passing example", page.file())
        .anyMatch(example -> example.verdict() instanceof Example.Passes);
  }

  private static void checkExample(RuleInfo rule, RulePage page, Example example) {
    Report report = example.lint(example.profile());
    String where = page.file() + ", example " + example.heading();
    switch (example.verdict()) {
      case Example.Fails fails ->
          assertThat(Example.shown(report, rule.id()))
              .as("%s (%s)", where, UPDATE)
              .isNotEmpty()
              .isEqualTo(fails.text());
      case Example.Passes _ -> assertThat(Example.counting(report)).as(where).isEmpty();
      case Example.LeftTo(String other) -> {
        List<String> speaking =
            Example.counting(report).stream().map(Finding::rule).distinct().toList();
        assertThat(speaking).as(where).contains(other).doesNotContain(rule.id());
      }
    }
  }

  private static List<String> findings(RuleInfo rule, RulePage page) {
    List<String> texts = new ArrayList<>();
    for (Example example : page.examples()) {
      if (example.verdict() instanceof Example.Fails) {
        texts.add(Example.shown(example.lint(example.profile()), rule.id()));
      }
    }
    return texts;
  }

  private interface Check {
    void of(RuleInfo rule, RulePage page);
  }

  private static List<DynamicTest> forEachPage(Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleInfo rule : Rules.infos()) {
      Path file = Pages.RULES.resolve(rule.id() + ".md");
      tests.add(DynamicTest.dynamicTest(rule.id(), () -> check.of(rule, RulePage.read(file))));
    }
    return tests;
  }
}
