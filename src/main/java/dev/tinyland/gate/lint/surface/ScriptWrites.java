package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.lint.shell.Invocation;
import dev.tinyland.gate.lint.shell.Programs;
import dev.tinyland.gate.lint.shell.ShellAnalysis;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The writes of a script that was analysed, and of the scripts that it starts. */
final class ScriptWrites {
  private final Checkout checkout;
  private final KnowledgeBase knowledge;
  private final Commands commands;

  ScriptWrites(Checkout checkout, KnowledgeBase knowledge) {
    this.checkout = checkout;
    this.knowledge = knowledge;
    this.commands = new Commands(knowledge);
  }

  /**
   * A command that writes.
   *
   * @param doubt why it is only possible, or null
   * @param assumed whether it is one only if the script is given a text from elsewhere
   * @param fatal whether its step fails where it fails
   */
  record Write(
      String what,
      ScriptPlaces.Place place,
      List<Constraint> guards,
      @Nullable String doubt,
      boolean assumed,
      boolean fatal) {
    boolean isAt(Write other) {
      return place.equals(other.place) && what.equals(other.what);
    }

    Write doubted(String because) {
      return new Write(what, place, guards, because, assumed, fatal);
    }
  }

  /** The commands that write. */
  List<Write> writes(ShellAnalysis analysis, YamlNode.Scalar scalar, Site site) {
    ScriptPlaces places = new ScriptPlaces(scalar, analysis.entered(), checkout);
    List<Write> writes = new ArrayList<>();
    for (Invocation invocation : analysis.invocations()) {
      ScriptPlaces.Place place = places.at(invocation.start(), invocation.end());
      Commands.Match match = commands.match(invocation, text(place, scalar));
      if (match == null && OwnFlake.runs(invocation) && carriesCredential(site)) {
        match = new Commands.Match(OwnFlake.DOUBT);
      }
      if (match != null) {
        boolean fatal = OperationReader.endsStep(invocation, analysis, places);
        writes.add(write(invocation, place, match.doubt(), site, fatal));
      }
    }
    for (Invocation started : WrittenScripts.started(analysis.invocations(), knowledge)) {
      String doubt = "this script wrote the file it starts, with a write mentioned in it";
      ScriptPlaces.Place place = places.at(started.start(), started.end());
      writes.add(write(started, place, doubt, site, started.fatal()));
    }
    return withoutDoubled(writes);
  }

  /** A doubt adds nothing where a command within the same one is known to write. */
  private static List<Write> withoutDoubled(List<Write> writes) {
    List<Write> kept = new ArrayList<>();
    for (Write write : writes) {
      boolean doubled = false;
      for (Write other : writes) {
        doubled |=
            write.doubt() != null && other.doubt() == null && other.place().equals(write.place());
      }
      if (!doubled) {
        kept.add(write);
      }
    }
    return kept;
  }

  /** Whether a variable named like a credential of the cache is set where the script runs. */
  private boolean carriesCredential(Site site) {
    for (String name : site.env().names()) {
      if (knowledge.isCredentialSecret(name)) {
        return true;
      }
    }
    return false;
  }

  private static Write write(
      Invocation invocation,
      ScriptPlaces.Place place,
      @Nullable String doubt,
      Site site,
      boolean fatal) {
    List<Constraint> guards = ScriptReader.guards(invocation.guards(), place.span(), site);
    return new Write(invocation.display(), place, guards, doubt, false, fatal);
  }

  /** The script that holds a place: the step's own, or the file. */
  private String text(ScriptPlaces.Place place, YamlNode.Scalar scalar) {
    Checkout.Located located = place.via().isEmpty() ? null : checkout.located(place.span().path());
    return located == null ? scalar.display() : located.text();
  }

  /** Scripts in which a write is mentioned and that could not be read, or not exactly. */
  void addMentioned(ShellAnalysis analysis, YamlNode.Scalar scalar, Site site, List<Write> writes) {
    ScriptPlaces places = new ScriptPlaces(scalar, analysis.entered(), checkout);
    if (!analysis.troubles().isEmpty()
        && writes.isEmpty()
        && OpaqueText.mentionsWrite(scalar.display(), knowledge)) {
      int at = analysis.troubles().getFirst().offset();
      String doubt = notExactly(analysis.troubles().getFirst().message());
      writes.add(new Write("script", places.at(at, at), List.of(), doubt, false, true));
    }
    for (Programs.Entered one : analysis.entered()) {
      boolean unread = !one.program().shell() || !one.troubles().isEmpty();
      if (!unread || anyIn(one, writes) || !mentionsWrite(one)) {
        continue;
      }
      String doubt =
          one.program().shell()
              ? notExactly(one.troubles().getFirst().message())
              : "`" + one.program().label() + "` mentions a write, and is not analysed";
      ScriptPlaces.Place place = places.of(one);
      List<Constraint> guards = ScriptReader.guards(one.guards(), place.called(), site);
      writes.add(new Write(one.program().label(), place, guards, doubt, false, true));
    }
  }

  private boolean mentionsWrite(Programs.Entered one) {
    return OpaqueText.mentionsWrite(one.program().text().text(), knowledge);
  }

  private static boolean anyIn(Programs.Entered one, List<Write> writes) {
    for (Write write : writes) {
      if (write.place().span().path().equals(one.program().path())) {
        return true;
      }
    }
    return false;
  }

  private static String notExactly(String trouble) {
    return "the script mentions a write and could not be read exactly: " + trouble;
  }
}
