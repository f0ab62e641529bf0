package dev.tinyland.gate.lint.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The patterns and examples of GitHub's cheat sheet, and what they must not match. */
class GlobTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          feature/*,          feature/my-branch,       true
          feature/*,          feature/your-branch,     true
          feature/*,          feature/a/b,             false
          feature/*,          features/a,              false
          feature/**,         feature/beta-a/my-branch, true
          feature/**,         feature/your-branch,     true
          feature/**,         feature,                 false
          main,               main,                    true
          main,               Main,                    false
          main,               maintenance,             false
          releases/mona-the-octocat, releases/mona-the-octocat, true
          '*',                main,                    true
          '*',                releases,                true
          '*',                all/the/branches,        false
          '**',               all/the/branches,        true
          '**',               every/tag,               true
          '*feature',         mona-feature,            true
          '*feature',         feature,                 true
          '*feature',         ver-10-feature,          true
          '*feature',         a/feature,               false
          v2*,                v2,                      true
          v2*,                v2.0,                    true
          v2*,                v2.9,                    true
          v2*,                v1.2,                    false
          v[12].[0-9]+.[0-9]+, v1.10.1,                true
          v[12].[0-9]+.[0-9]+, v2.0.0,                 true
          v[12].[0-9]+.[0-9]+, v3.0.0,                 false
          v[12].[0-9]+.[0-9]+, v1..0,                  false
          v[12].[0-9]+.[0-9]+, v1x0x0,                 false
          '*.jsx?',           page.js,                 true
          '*.jsx?',           page.jsx,                true
          '*.jsx?',           page.jsxx,               false
          '**.js',            js/index.js,             true
          '**.js',            src/js/app.js,           true
          '**.js',            index.js,                true
          docs/*,             docs/README.md,          true
          docs/*,             docs/a/b.md,             false
          docs/**/*.md,       docs/README.md,          true
          docs/**/*.md,       docs/mona/hello-world.md, true
          docs/**/*.md,       docs/a/markdown/file.md, true
          **/docs/**,         docs/hello.md,           true
          **/docs/**,         dir/docs/my-file.txt,    true
          **/docs/**,         space/docs/plan/space.doc, true
          **/docs/**,         mydocs/a,                false
          **/README.md,       README.md,               true
          **/README.md,       js/README.md,            true
          **/README.md,       notREADME.md,            false
          **/*src/**,         a/src/app.js,            true
          **/*src/**,         my-src/code/js/app.js,   true
          **/*-post.md,       my-post.md,              true
          **/*-post.md,       path/their-post.md,      true
          **/migrate-*.sql,   migrate-10909.sql,       true
          **/migrate-*.sql,   db/sept/migrate-v1.sql,  true
          """)
  void the_cheat_sheet(String pattern, String name, boolean matches) {
    assertThat(Glob.of(pattern).matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a+b,     aaab,   true
          a+b,     b,      false
          a?b,     b,      true
          a?b,     aab,    false
          '[a-c]', b,      true
          '[a-c]', d,      false
          '[a-c]', -,      false
          '[ab',   '[ab',  true
          a\\*b,   a*b,    true
          a\\*b,   axb,    false
          +a,      +a,     true
          **/,     x/,     true
          """)
  void repetitions_sets_and_escapes(String pattern, String name, boolean matches) {
    assertThat(Glob.of(pattern).matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "releases/10", "a.b", "wip\\*"})
  void a_literal_matches_one_name(String pattern) {
    assertThat(Glob.of(pattern).isLiteral()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "v+", "colou?r", "v[12]", "**/x"})
  void a_pattern_does_not(String pattern) {
    assertThat(Glob.of(pattern).isLiteral()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "release/**", "v[0-9]+.x", "**/x", "colou?r", "main", "a/**/b"})
  void an_example_matches(String pattern) {
    Glob glob = Glob.of(pattern);
    assertThat(glob.example("filler")).isNotNull().matches(glob::matches, "matches " + pattern);
  }
}
