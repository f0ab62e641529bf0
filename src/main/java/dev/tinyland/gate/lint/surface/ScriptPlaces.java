package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.shell.Programs;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the commands of a script stand, also those of the scripts that it starts. */
final class ScriptPlaces {
  private final YamlNode.Scalar scalar;
  private final List<Programs.Entered> entered;
  private final Checkout checkout;

  ScriptPlaces(YamlNode.Scalar scalar, List<Programs.Entered> entered, Checkout checkout) {
    this.scalar = scalar;
    this.entered = entered;
    this.checkout = checkout;
  }

  /**
   * A place.
   *
   * @param via the way through started scripts, outermost first; empty in the step's own script
   * @param called the command of the step's own script that leads there, or the place itself
   */
  record Place(Span span, List<Related> via, Span called) {
    Place {
      via = List.copyOf(via);
    }
  }

  /** The step's own script as a whole. */
  Span script() {
    return scalar.span();
  }

  Place at(int start, int end) {
    List<Programs.Entered> chain = new ArrayList<>();
    int outerStart = start;
    int outerEnd = end;
    for (Programs.Entered one = holding(start); one != null; one = holding(one.start())) {
      chain.addFirst(one);
      outerStart = one.start();
      outerEnd = one.end();
    }
    Span called = scalar.spanOf(outerStart, outerEnd);
    List<Related> via = new ArrayList<>();
    Span place = called;
    for (int i = 0; i < chain.size(); i++) {
      boolean last = i + 1 == chain.size();
      int from = last ? start : chain.get(i + 1).start();
      int to = last ? end : chain.get(i + 1).end();
      place = span(chain.get(i), from, to);
      via.add(new Related(place, "through `" + chain.get(i).program().label() + "`"));
    }
    return new Place(place, via, called);
  }

  /**
   * The script that holds an offset.
   *
   * @param offset the same place within its own text
   */
  record Held(String text, int offset) {}

  Held held(int offset) {
    Programs.Entered one = holding(offset);
    Checkout.Located located = one == null ? null : checkout.located(one.program().path());
    return one == null || located == null
        ? new Held(scalar.display(), offset)
        : new Held(located.text(), Math.max(0, offset - one.base()));
  }

  /**
   * Whether a command at a place starts a script that was read, so that what it does is in sight.
   */
  boolean isEntered(Place place) {
    for (Programs.Entered one : entered) {
      boolean read = one.program().shell() && one.troubles().isEmpty();
      if (read && at(one.start(), one.end()).span().equals(place.span())) {
        return true;
      }
    }
    return false;
  }

  /** The beginning of a started script. */
  Place of(Programs.Entered one) {
    return at(one.base(), one.base());
  }

  private Programs.@Nullable Entered holding(int offset) {
    Programs.Entered found = null;
    for (Programs.Entered one : entered) {
      if (one.base() <= offset && (found == null || one.base() > found.base())) {
        found = one;
      }
    }
    return found;
  }

  private Span span(Programs.Entered one, int start, int end) {
    String path = one.program().path();
    Checkout.Located located = checkout.located(path);
    int from = Math.max(0, start - one.base());
    return located == null
        ? Span.at(path, 1, 1)
        : located.file().span(from, Math.max(from, end - one.base()));
  }
}
