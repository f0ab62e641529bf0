package dev.tinyland.gate.lint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Repositories in every layout: a fix changes its own places and not one byte besides. */
class FixPropertyTest {
  private static final String ACTION = ".github/actions/nix-job/action.yml";
  private static final String CI = ".github/workflows/ci.yml";
  private static final List<String> COMMENTS = List.of("", " # why", " # 日本 💥: {x}", "   #");

  private final Random random = new Random(20261121);

  @Test
  void everything_outside_of_the_edits_stays_as_it_is() {
    int changed = 0;
    for (int round = 0; round < 120; round++) {
      String lineBreak = pick("\n", "\n", "\r\n", "\r");
      Map<String, String> files = new LinkedHashMap<>();
      files.put(ACTION, laidOut(action(), lineBreak));
      files.put(CI, laidOut(workflow(), lineBreak));
      Report report = Lints.withFixes(files, Profile.QUARANTINE);
      Fixer.Result result = Fixer.fix(report, texts -> relint(files, texts));
      for (Map.Entry<String, String> text : result.texts().entrySet()) {
        String before = files.getOrDefault(text.getKey(), "");
        String expected = applied(text.getKey(), before, result.fixed());
        assertThat(text.getValue()).as(before).isEqualTo(expected).isNotEqualTo(before);
        assertThat(foreignBreaks(text.getValue(), lineBreak)).as(text.getValue()).isEmpty();
        changed++;
      }
      for (Fixer.Refusal refusal : result.refused()) {
        assertThat(refusal.because()).as(files.toString()).contains("another value would");
      }
    }
    assertThat(changed).isGreaterThan(120);
  }

  /** Applies edits by counting code points from the start of the file, the last one first. */
  private static String applied(String path, String text, List<Finding> fixed) {
    Set<Edit> edits = new LinkedHashSet<>();
    for (Finding finding : fixed) {
      Fix fix = finding.fix();
      edits.addAll(fix == null ? List.of() : fix.edits());
    }
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.removeIf(edit -> !edit.span().path().equals(path));
    sorted.sort(Comparator.comparing(Edit::span).reversed());
    String result = text;
    for (Edit edit : sorted) {
      Span span = edit.span();
      int start = offset(text, span.line(), span.column());
      int end = offset(text, span.endLine(), span.endColumn());
      result = result.substring(0, start) + edit.replacement() + result.substring(end);
    }
    return result;
  }

  private static int offset(String text, int line, int column) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
    return text.offsetByCodePoints(at, column - 1);
  }

  private static String foreignBreaks(String text, String own) {
    return text.replace(own, "").replaceAll("[^\r\n]", "");
  }

  private String action() {
    String input =
        pick(
            "push-cache:\n    description: d\n    default: 'true'C\n",
            "push-cache:C\n    default: trueC\n    description: d\n",
            "push-cache: {default: \"true\", description: d}C\n",
            "push-cache:C\n    description: 日本💥C\n",
            "push-cache:C\n",
            "push-cache: {}C\n",
            "push-cache:\n    default: &on trueC\n",
            "push-cache:\n    default: >-\n      true\n");
    String with =
        pick(
            "skip-push: ${{ inputs.push-cache == 'false' }}C\n",
            "\"skip-push\": \"${{ 'false' == inputs.push-cache }}\"C\n",
            "skip-push: '${{ inputs[''push-cache''] == ''false'' }}'C\n",
            "skip-push: >-\n          ${{ inputs.push-cache ==\n          'false' }}\n");
    return "name: 💥C\ninputs:C\n  "
        + input
        + "C\nruns:\n  using: composite\n  steps:C\n    - uses: ryanccn/attic-action@v0C\n"
        + "      with:C\n        token: tC\n        "
        + with;
  }

  private String workflow() {
    String steps =
        pick(
            "      - uses: ./.github/actions/nix-jobC\n",
            "      - uses: ./.github/actions/nix-jobC\n        with:C\n",
            "      - uses: ./.github/actions/nix-jobC\n        with: {}C\n",
            "      - {uses: ./.github/actions/nix-job, with: {command: x}}C\n",
            "      - {name: 日本💥, \"uses\": ./.github/actions/nix-job}C\n",
            "      - name: nC\n        with:C\n          command: |C\n            nix build\n\n"
                + "            # no comment\n        uses: ./.github/actions/nix-jobC\n",
            "      - uses: ./.github/actions/nix-job\n        with:\n          push-cache: |\n"
                + "            ${{ github.ref == 'refs/heads/main' }}\n          command: xC\n",
            "      - &stepC\n        uses: ./.github/actions/nix-jobC\n      - *step\n",
            "      - uses: ./.github/actions/nix-jobC\n        with: {push-cache: 'yes'}C\n");
    return "on: [push, pull_request]C\njobs:C\n  a:C\n    runs-on: nixC\n    steps:C\n"
        + steps
        + pick("", "      - run: echo 💥C\n", "  b:C\n    runs-on: nix\n    steps: []\n");
  }

  /** With comments where a C marks their place, and with or without a final line break. */
  private String laidOut(String text, String lineBreak) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark = c == 'C' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      out.append(mark ? COMMENTS.get(random.nextInt(COMMENTS.size())) : String.valueOf(c));
    }
    if (random.nextInt(3) == 0) {
      out.setLength(out.length() - 1);
    }
    return out.toString().replace("\n", lineBreak);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static Report relint(Map<String, String> files, Map<String, String> texts) {
    Map<String, String> now = new LinkedHashMap<>(files);
    now.putAll(texts);
    return Lints.withFixes(now, Profile.QUARANTINE);
  }
}
