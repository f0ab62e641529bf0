package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The orders in which findings are shown. Comparators are classes: they start faster. */
final class Order {
  private Order() {}

  /** By path, line, column, then rule. */
  static List<Finding> byPlace(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(new ByPlace());
    return sorted;
  }

  /** The worst level first, then by place. */
  static List<Finding> worstFirst(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(new WorstFirst());
    return sorted;
  }

  /** By path, line, column. */
  static List<Problem> problems(List<Problem> problems) {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(new ProblemsByPlace());
    return sorted;
  }

  /** The findings nothing suppresses, in the order given. */
  static List<Finding> unsuppressed(List<Finding> findings) {
    List<Finding> open = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      if (finding.suppressed() == null) {
        open.add(finding);
      }
    }
    return open;
  }

  private static final class ByPlace implements Comparator<Finding> {
    @Override
    public int compare(Finding left, Finding right) {
      int place = left.span().compareTo(right.span());
      return place != 0 ? place : left.rule().compareTo(right.rule());
    }
  }

  private static final class WorstFirst implements Comparator<Finding> {
    private final ByPlace byPlace = new ByPlace();

    @Override
    public int compare(Finding left, Finding right) {
      int level = left.level().compareTo(right.level());
      return level != 0 ? level : byPlace.compare(left, right);
    }
  }

  private static final class ProblemsByPlace implements Comparator<Problem> {
    @Override
    public int compare(Problem left, Problem right) {
      return left.span().compareTo(right.span());
    }
  }
}
