package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Related;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is meant as a publication probe. A sign that belongs to a write makes that write one:
 * the probe's own command, or a condition that holds a token. Without such a write, a workflow that
 * is started by hand and asks for a confirmation, or speaks of a token, is one as a whole.
 */
final class Probes {
  private Probes() {}

  static List<Probe> find(Analysis analysis) {
    List<Probe> probes = new ArrayList<>();
    if (analysis.profile() != Profile.QUARANTINE) {
      return probes;
    }
    for (Root root : analysis.roots()) {
      Probe probe = probe(root, analysis);
      if (probe != null) {
        probes.add(probe);
      }
    }
    return probes;
  }

  /** Whether a write that an example shows is a probe that asks for its token. */
  static boolean isConfirmedExample(Judged judged, Analysis analysis) {
    if (!(judged.root() instanceof Root.OfWorkflow(Workflow workflow))
        || workflow.triggers().size() != 1
        || workflow.trigger(Probe.BY_HAND) == null) {
      return false;
    }
    List<Input> inputs = Probe.inputs(judged.root());
    List<Input> confirms = confirms(inputs);
    Probe probe = new Probe(judged.root(), List.of(judged), confirms, profile(inputs, analysis));
    return !confirms.isEmpty() && Confirmation.flaws(probe, analysis).isEmpty();
  }

  private static List<Input> confirms(List<Input> inputs) {
    List<Input> confirms = new ArrayList<>();
    for (Input input : inputs) {
      if (Probe.isConfirmation(input.name())) {
        confirms.add(input);
      }
    }
    return confirms;
  }

  private static @Nullable Probe probe(Root root, Analysis analysis) {
    List<Judged> reachable = new ArrayList<>();
    List<Judged> signed = new ArrayList<>();
    for (Judged judged : analysis.judged()) {
      if (judged.root().file().path().equals(root.file().path()) && !judged.open().isEmpty()) {
        reachable.add(judged);
        if (isSigned(judged, analysis)) {
          signed.add(judged);
        }
      }
    }
    if (reachable.isEmpty()) {
      return null;
    }
    List<Input> inputs = Probe.inputs(root);
    List<Input> confirms = confirms(inputs);
    List<Judged> writes = signed;
    if (signed.isEmpty() && isMeantAsWhole(root, confirms, analysis)) {
      writes = meant(reachable, confirms, analysis);
    }
    if (writes.isEmpty()) {
      return null;
    }
    return new Probe(root, writes, confirms, profile(inputs, analysis));
  }

  /** Whether the write itself shows that it is the probe's. */
  private static boolean isSigned(Judged judged, Analysis analysis) {
    if (namesCommand(judged.site().what())) {
      return true;
    }
    for (Related via : judged.site().via()) {
      if (namesCommand(via.message())) {
        return true;
      }
    }
    for (Constraint constraint : judged.site().constraints()) {
      if (Probe.mentionsToken(constraint.text(), analysis)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesCommand(String text) {
    return text.replace('_', '-').toLowerCase(Locale.ROOT).contains(Probe.COMMAND);
  }

  /** Whether a workflow in which no write shows a sign is a probe that asks for nothing. */
  private static boolean isMeantAsWhole(Root root, List<Input> confirms, Analysis analysis) {
    if (!(root instanceof Root.OfWorkflow(Workflow workflow))) {
      return false;
    }
    boolean speaks =
        namesCommand(root.file().text()) || Probe.mentionsToken(root.file().text(), analysis);
    boolean byHand = false;
    for (Trigger trigger : workflow.triggers()) {
      boolean called = trigger.event().equals(Probe.BY_CALL);
      if (!called && !trigger.event().equals(Probe.BY_HAND)) {
        return false;
      }
      byHand |= !called;
    }
    return speaks || (byHand && !confirms.isEmpty());
  }

  /** The writes that hang on a confirmation, whatever it says; if there are none, all. */
  private static List<Judged> meant(
      List<Judged> reachable, List<Input> confirms, Analysis analysis) {
    List<Judged> hanging = new ArrayList<>();
    for (Judged judged : reachable) {
      for (Input confirm : confirms) {
        if (new Question(judged, analysis).dependsOn(confirm) && !hanging.contains(judged)) {
          hanging.add(judged);
        }
      }
    }
    if (!hanging.isEmpty()) {
      return hanging;
    }
    List<Judged> all = new ArrayList<>();
    for (Judged judged : reachable) {
      if (!Writes.open(judged, analysis).isEmpty()) {
        all.add(judged);
      }
    }
    return all;
  }

  /** The input that chooses a profile, by its name or by what it offers. */
  private static @Nullable Input profile(List<Input> inputs, Analysis analysis) {
    Set<String> profiles = analysis.policy().confirmTokens().keySet();
    for (Input input : inputs) {
      if (input.name().toLowerCase(Locale.ROOT).contains("profile")) {
        return input;
      }
    }
    for (Input input : inputs) {
      for (String option : input.options()) {
        if (profiles.contains(option)) {
          return input;
        }
      }
    }
    return null;
  }
}
