package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether every write of a probe asks for the token of the chosen profile, and what is wrong where
 * it does not. "The manual publication probe requires profile-specific confirmation."
 *
 * <p>A good confirmation is proved: for each profile there is no run that writes while it is chosen
 * and another text than its token is typed, and none with a profile that has no token. What is
 * wrong is then told from which wrong texts pass.
 */
final class Confirmation {
  private final Probe probe;
  private final Judged write;
  private final Analysis analysis;
  private final Question question;
  private final Map<String, String> tokens;

  private Confirmation(Probe probe, Judged write, Analysis analysis) {
    this.probe = probe;
    this.write = write;
    this.analysis = analysis;
    this.question = new Question(write, analysis);
    this.tokens = analysis.policy().confirmTokens();
  }

  /** What is wrong with the confirmation of each write of a probe, where something is. */
  static List<Flaw> flaws(Probe probe, Analysis analysis) {
    List<Flaw> flaws = new ArrayList<>();
    for (Judged write : probe.writes()) {
      // What a pull request can reach is reported as such.
      if (!Probe.startedByPullRequest(write)) {
        Flaw flaw = new Confirmation(probe, write, analysis).flaw();
        if (flaw != null && !Flaw.isKnown(flaw, flaws)) {
          flaws.add(flaw);
        }
      }
    }
    return flaws;
  }

  private @Nullable Flaw flaw() {
    List<Input> typed = new ArrayList<>();
    Input checkbox = null;
    for (Input input : candidates()) {
      if (input.type() == Input.Type.BOOLEAN) {
        checkbox = checkbox == null ? input : checkbox;
      } else {
        typed.add(input);
      }
    }
    Flaw first = null;
    for (Input input : typed) {
      Flaw flaw = flaw(input);
      if (flaw == null) {
        return null;
      }
      first = first == null ? flaw : first;
    }
    if (first != null) {
      return first;
    }
    Span literal = HardCoded.find(probe, write, analysis);
    if (literal != null) {
      return Flaws.hardCoded(write, literal);
    }
    if (checkbox == null) {
      checkbox = tickedOff();
    }
    return checkbox == null ? Flaws.noInput(write) : Flaws.checkbox(write, checkbox);
  }

  /** The inputs that ask for a confirmation by name; without one, those that a token opens. */
  private List<Input> candidates() {
    if (!probe.confirms().isEmpty()) {
      return probe.confirms();
    }
    List<Input> opened = new ArrayList<>();
    for (Input input : Probe.inputs(probe.root())) {
      boolean text = input.type() != Input.Type.BOOLEAN && input.type() != Input.Type.NUMBER;
      if (text
          && !input.equals(probe.profile())
          && !question.possible(Question.is(input, Question.UNRELATED))
          && anyToken(input)) {
        opened.add(input);
      }
    }
    return opened;
  }

  private boolean anyToken(Input input) {
    for (String token : tokens.values()) {
      if (question.possible(Question.is(input, token))) {
        return true;
      }
    }
    return false;
  }

  /** A checkbox without which nothing is written. */
  private @Nullable Input tickedOff() {
    for (Input input : Probe.inputs(probe.root())) {
      if (input.type() == Input.Type.BOOLEAN && question.dependsOn(input)) {
        return input;
      }
    }
    return null;
  }

  private @Nullable Flaw flaw(Input confirm) {
    Flaw given = Flaws.givenBeforehand(confirm, write, analysis);
    Input profile = probe.profile();
    boolean proved = profile == null ? isProved(confirm) : isProved(confirm, profile);
    if (given != null || proved) {
      return given;
    }
    if (profile != null && isProvedForKnown(confirm, profile)) {
      return Flaws.unknownProfile(write, place(), profile, question, tokens);
    }
    Constraint undecided = undecided(confirm);
    if (undecided != null) {
      return searches(undecided.text())
          ? Flaws.contains(write, undecided.span(), confirm, "")
          : Flaws.undecided(write, undecided);
    }
    if (question.possible(Question.is(confirm, Question.UNRELATED))) {
      Span literal = HardCoded.find(probe, write, analysis);
      return literal == null
          ? Flaws.missing(write, confirm, question)
          : Flaws.hardCoded(write, literal);
    }
    String similar = similar(confirm);
    if (similar != null) {
      return Flaws.contains(
          write, place(), confirm, question.because(Question.is(confirm, similar)));
    }
    if (question.possible(Question.is(confirm, ""))) {
      return Flaws.byNothing(write, confirm, question);
    }
    Flaw other = profile == null ? otherToken(confirm) : otherToken(confirm, profile);
    return other == null ? Flaws.missing(write, confirm, question) : other;
  }

  /** Without an input for it the profile is fixed, and one token only may do. */
  private boolean isProved(Input confirm) {
    return accepted(confirm).size() == 1
        && fits(accepted(confirm).getFirst())
        && question.impossible(Question.isNone(confirm, tokens.values()));
  }

  private boolean isProved(Input confirm, Input profile) {
    return isProvedForKnown(confirm, profile) && !question.possibleBeyond(profile, tokens.keySet());
  }

  private boolean isProvedForKnown(Input confirm, Input profile) {
    for (Map.Entry<String, String> each : tokens.entrySet()) {
      Expression other = Question.not(Question.is(confirm, each.getValue()));
      if (!question.impossibleFor(profile, each.getKey(), other)) {
        return false;
      }
    }
    return true;
  }

  /** The profiles whose tokens let the write happen. */
  private List<String> accepted(Input confirm) {
    List<String> accepted = new ArrayList<>();
    for (Map.Entry<String, String> each : tokens.entrySet()) {
      if (!question.impossible(Question.is(confirm, each.getValue()))) {
        accepted.add(each.getKey());
      }
    }
    return accepted;
  }

  /** Whether a profile that a variable fixes, if one does, is the one whose token is asked for. */
  private boolean fits(String profile) {
    String fixed = Flaws.fixedProfile(write, tokens.keySet());
    return fixed == null || fixed.equals(profile);
  }

  /** A test of the confirmation whose outcome only the run knows. */
  private @Nullable Constraint undecided(Input confirm) {
    for (Constraint constraint : write.site().constraints()) {
      boolean about =
          Probe.isConfirmation(constraint.text())
              || constraint.text().contains(confirm.name())
              || Probe.mentionsToken(constraint.text(), analysis);
      if (about && Mentions.context(constraint.expression(), "shell")) {
        return constraint;
      }
    }
    return null;
  }

  /** Whether a test looks for a text anywhere in a line: {@code grep} without {@code -x}. */
  private static boolean searches(String test) {
    boolean grep = false;
    boolean wholeLines = false;
    for (String word : test.split(" ")) {
      grep |= word.endsWith("grep");
      wholeLines |= word.equals("--line-regexp");
      wholeLines |= word.startsWith("-") && !word.startsWith("--") && word.indexOf('x') > 0;
    }
    return grep && !wholeLines;
  }

  /** A text that only looks like a token and passes: more of it, or a part. */
  private @Nullable String similar(Input confirm) {
    for (String token : tokens.values()) {
      for (String text :
          List.of(
              "my-" + token + "-please",
              token + "-please",
              "my-" + token,
              token.substring(0, token.length() - 1),
              token.substring(1))) {
        if (question.possible(Question.is(confirm, text))) {
          return text;
        }
      }
    }
    return null;
  }

  private @Nullable Flaw otherToken(Input confirm, Input profile) {
    for (String chosen : tokens.keySet()) {
      for (Map.Entry<String, String> other : tokens.entrySet()) {
        Expression[] inputs = {
          Question.is(profile, chosen), Question.is(confirm, other.getValue())
        };
        if (!other.getKey().equals(chosen) && question.possible(inputs)) {
          return Flaws.otherToken(
              write, place(), chosen, other.getKey(), question.because(inputs), tokens);
        }
      }
    }
    return null;
  }

  private @Nullable Flaw otherToken(Input confirm) {
    List<String> accepted = accepted(confirm);
    if (accepted.size() > 1) {
      return Flaws.severalTokens(write, place(), accepted);
    }
    String fixed = Flaws.fixedProfile(write, tokens.keySet());
    return accepted.size() == 1 && fixed != null && !fixed.equals(accepted.getFirst())
        ? Flaws.otherToken(write, place(), fixed, accepted.getFirst(), "", tokens)
        : null;
  }

  /** The condition that names a token, else the write. */
  private Span place() {
    for (Constraint constraint : write.site().constraints()) {
      if (Probe.mentionsToken(constraint.text(), analysis)) {
        return constraint.span();
      }
    }
    return write.site().place();
  }
}
