package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Sites;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words for what can be wrong with a confirmation. */
final class Flaws {
  private static final String COMPARE =
      "let the job run only where the input is the token of the chosen profile, for example `if:"
          + " inputs.profile == 'synthetic' && inputs.confirm == 'probe-attic-publication'`";
  private static final String TYPED =
      "ask for it with `type: string` and no `default`, so that somebody has to type the token";

  private Flaws() {}

  private static Flaw flaw(
      Flaw.Kind kind, Judged write, Span span, String message, List<String> because, String help) {
    return new Flaw(kind, Level.ERROR, write, span, message, because, help);
  }

  static Flaw noInput(Judged write) {
    return flaw(
        Flaw.Kind.MISSING,
        write,
        write.site().place(),
        what(write) + " can write to Attic, and nobody is asked to confirm it.",
        List.of(),
        "add an input for the confirmation; " + COMPARE);
  }

  static Flaw missing(Judged write, Input confirm, Question question) {
    Expression unconfirmed =
        Question.isNone(confirm, question.analysis().policy().confirmTokens().values());
    return flaw(
        Flaw.Kind.MISSING,
        write,
        write.site().place(),
        what(write) + " can write to Attic while `" + confirm.name() + "` holds no token.",
        List.of(question.because(unconfirmed)),
        COMPARE);
  }

  static Flaw undecided(Judged write, Constraint test) {
    return flaw(
        Flaw.Kind.MISSING,
        write,
        write.site().place(),
        "It could not be decided whether "
            + what(write)
            + " waits for the confirmation, so it does not count as confirmed.",
        List.of("only the run knows what `" + test.text() + "` finds"),
        "compare in a way that can be read, such as `[ \"$CONFIRM\" = probe-attic-publication ]`"
            + " or `if: inputs.confirm == 'probe-attic-publication'`");
  }

  static Flaw contains(Judged write, Span span, Input confirm, String because) {
    return flaw(
        Flaw.Kind.CONTAINS,
        write,
        span,
        "A text that only looks like the token passes as `" + confirm.name() + "`.",
        because.isEmpty() ? List.of() : List.of(because),
        "compare the whole text: `==` in an expression, `=` in a shell test");
  }

  static Flaw unknownProfile(
      Judged write, Span span, Input profile, Question question, Map<String, String> tokens) {
    return flaw(
        Flaw.Kind.OTHER_PROFILE,
        write,
        span,
        what(write) + " can write with a profile that has no token.",
        List.of(question.because(Question.isNone(profile, tokens.keySet()))),
        "offer " + Writes.list(quoted(List.copyOf(tokens.keySet()))) + " only, or fail for others");
  }

  static Flaw otherToken(
      Judged write,
      Span span,
      String chosen,
      String typed,
      String because,
      Map<String, String> tokens) {
    return flaw(
        Flaw.Kind.OTHER_PROFILE,
        write,
        span,
        "With the profile `"
            + chosen
            + "` chosen, the token of `"
            + typed
            + "` lets "
            + what(write)
            + " write.",
        because.isEmpty() ? List.of() : List.of(because),
        "ask for `" + tokens.get(chosen) + "` where the profile is `" + chosen + "`");
  }

  static Flaw severalTokens(Judged write, Span span, List<String> accepted) {
    return flaw(
        Flaw.Kind.OTHER_PROFILE,
        write,
        span,
        what(write)
            + " writes for the tokens of "
            + Writes.list(quoted(accepted))
            + ", and no input chooses the profile.",
        List.of(),
        "add an input for the profile, and ask for the token of the one that is chosen");
  }

  static Flaw hardCoded(Judged write, Span literal) {
    return flaw(
        Flaw.Kind.DEFAULT,
        write,
        literal,
        "The confirmation is written down here, so nobody types it before "
            + what(write)
            + " writes.",
        List.of(),
        "hand on what was typed: `${{ inputs.confirm }}`");
  }

  static Flaw byNothing(Judged write, Input confirm, Question question) {
    return flaw(
        Flaw.Kind.DEFAULT,
        write,
        write.site().place(),
        what(write) + " can write to Attic while `" + confirm.name() + "` is left empty.",
        List.of(question.because(Question.is(confirm, ""))),
        COMPARE);
  }

  /** A token that is there before anybody types it, or that is picked from a list. */
  static @Nullable Flaw givenBeforehand(Input confirm, Judged write, Analysis analysis) {
    if (confirm.defaultValue() != null
        && Probe.isToken(confirm.defaultValue().display(), analysis)) {
      return flaw(
          Flaw.Kind.DEFAULT,
          write,
          confirm.defaultValue().span(),
          "The token is the default of `" + confirm.name() + "`, so nobody has to type it.",
          List.of(),
          TYPED);
    }
    List<String> options = confirm.options();
    for (String option : options) {
      if (!Probe.isToken(option, analysis)) {
        continue;
      }
      boolean first = confirm.defaultValue() == null && option.equals(options.getFirst());
      String name = "`" + confirm.name() + "`";
      return first
          ? flaw(
              Flaw.Kind.DEFAULT,
              write,
              confirm.span(),
              "The token is the first entry of the list " + name + ", which is chosen beforehand.",
              List.of(),
              TYPED)
          : new Flaw(
              Flaw.Kind.CHECKBOX,
              Level.WARNING,
              write,
              confirm.span(),
              name + " is picked from a list that holds the token, so nobody has to type it.",
              List.of(),
              TYPED);
    }
    return null;
  }

  static Flaw checkbox(Judged write, Input checkbox) {
    return flaw(
        Flaw.Kind.CHECKBOX,
        write,
        checkbox.span(),
        "`" + checkbox.name() + "` is a checkbox: one click and " + what(write) + " writes.",
        List.of(),
        TYPED);
  }

  /** The profile that a variable of the script fixes, or null. */
  static @Nullable String fixedProfile(Judged write, Set<String> profiles) {
    List<Constraint> constraints = write.site().constraints();
    for (Map.Entry<String, String> variable :
        Sites.fixedVariables(constraints.getLast().site()).entrySet()) {
      if (variable.getKey().toLowerCase(Locale.ROOT).contains("profile")
          && profiles.contains(variable.getValue())) {
        return variable.getValue();
      }
    }
    return null;
  }

  static String what(Judged write) {
    return "`" + write.site().what() + "`";
  }

  private static List<String> quoted(List<String> texts) {
    List<String> quoted = new ArrayList<>();
    for (String text : texts) {
      quoted.add("`" + text + "`");
    }
    return quoted;
  }
}
