package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.BUCKET;
import static dev.tinyland.gate.runtime.verdict.Evidences.attempt;
import static dev.tinyland.gate.runtime.verdict.Evidences.disk;
import static dev.tinyland.gate.runtime.verdict.Evidences.gone;
import static dev.tinyland.gate.runtime.verdict.Evidences.s3;
import static dev.tinyland.gate.runtime.verdict.Evidences.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All outcomes of all requests, with all views of the disk: what has to hold for each of them. */
class BucketInvariantsTest {
  private record Case(
      S3Evidence.Sample sample, boolean listed, boolean unlisted, boolean found, boolean gone) {}

  private static final List<Case> CASES = cases();

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (S3Evidence.BucketView view : views()) {
      boolean found = view.head().ok();
      Attempt confirmation = view.confirmation();
      boolean gone =
          view.head().outcome() == Outcome.NOT_FOUND
              && confirmation != null
              && "NoSuchBucket".equals(confirmation.code());
      for (Outcome list : Outcome.values()) {
        Attempt attempt = attempt("list-buckets", list);
        if (list != Outcome.OK) {
          cases.add(new Case(sample(attempt, null, null, view), false, false, found, gone));
          continue;
        }
        cases.add(new Case(sample(attempt, null, "gate", view), false, false, found, gone));
        for (List<String> names : List.of(List.of(BUCKET), List.of("attic"), List.<String>of())) {
          boolean in = names.contains(BUCKET);
          cases.add(new Case(sample(attempt, names, "gate", view), in, !in, found, gone));
          cases.add(new Case(sample(attempt, names, null, view), false, false, found, gone));
        }
      }
    }
    return cases;
  }

  private static List<S3Evidence.BucketView> views() {
    List<S3Evidence.BucketView> views = new ArrayList<>();
    for (Outcome head : Outcome.values()) {
      Attempt attempt = attempt("head-bucket", head);
      views.add(view(attempt, null));
      if (head == Outcome.NOT_FOUND) {
        for (Outcome confirmation : Outcome.values()) {
          views.add(view(attempt, attempt("list-objects", confirmation)));
        }
        views.add(view(attempt, gone("list-objects", "NoSuchBucket")));
        views.add(view(attempt, gone("list-objects", "NoSuchKey")));
      }
    }
    return views;
  }

  private static S3Evidence.Sample sample(
      Attempt list,
      @Nullable List<String> names,
      @Nullable String owner,
      S3Evidence.BucketView view) {
    return new S3Evidence.Sample(1, list, names, owner, List.of(view));
  }

  private static Verdict judged(Case one, Case two, Presence data, Presence meta, boolean strict) {
    return BucketVerdict.of(s3(one.sample(), two.sample()), disk(data, meta), strict);
  }

  @Test
  void green_and_divergence_hold_exactly_where_all_of_it_was_seen() {
    assertThat(CASES).hasSizeGreaterThan(500);
    for (Case each : CASES) {
      for (Presence data : Presence.values()) {
        for (Presence meta : Presence.values()) {
          for (boolean strict : new boolean[] {false, true}) {
            Verdict verdict = judged(each, each, data, meta, strict);
            boolean api = each.listed() && each.found();
            boolean markers =
                strict
                    ? data == Presence.YES && meta == Presence.YES
                    : data != Presence.NO && meta != Presence.NO;
            assertThat(verdict instanceof Verdict.Proven)
                .as("%s %s %s %s", each, data, meta, strict)
                .isEqualTo(api && markers);
            boolean conjunction = each.unlisted() && each.gone() && data == Presence.YES;
            assertThat(Evidences.names(verdict).contains("bucket-index-divergence"))
                .as("%s %s %s %s", each, data, meta, strict)
                .isEqualTo(conjunction);
            assertThat(verdict.reasons()).hasSize(1);
          }
        }
      }
    }
  }

  @Test
  void two_samples_are_never_better_than_either_of_them() {
    for (Case one : CASES) {
      // A stride that is prime to the length of the list meets every kind of case.
      for (int i = 0; i < CASES.size(); i += 13) {
        Case two = CASES.get(i);
        Standing both = Standing.of(judged(one, two, Presence.YES, Presence.YES, true));
        Standing first = Standing.of(judged(one, one, Presence.YES, Presence.YES, true));
        Standing second = Standing.of(judged(two, two, Presence.YES, Presence.YES, true));
        assertThat(both).isGreaterThanOrEqualTo(first.and(second));
      }
    }
  }

  /**
   * On the disk: what is seen missing is worse than what was not seen, which is worse than a yes.
   */
  @Test
  void a_worse_disk_never_makes_it_better() {
    List<Presence> worse = List.of(Presence.YES, Presence.UNKNOWN, Presence.NO);
    for (Case each : CASES) {
      for (int data = 0; data < 3; data++) {
        for (int meta = 0; meta < 3; meta++) {
          Standing now = Standing.of(judged(each, each, worse.get(data), worse.get(meta), true));
          Standing lessData =
              Standing.of(
                  judged(each, each, worse.get(Math.min(2, data + 1)), worse.get(meta), true));
          Standing lessMeta =
              Standing.of(
                  judged(each, each, worse.get(data), worse.get(Math.min(2, meta + 1)), true));
          assertThat(lessData).isGreaterThanOrEqualTo(now);
          assertThat(lessMeta).isGreaterThanOrEqualTo(now);
        }
      }
    }
  }

  /** A strict look asks for more, so that it is never kinder. */
  @Test
  void strict_is_never_better() {
    for (Case each : CASES) {
      for (Presence data : Presence.values()) {
        for (Presence meta : Presence.values()) {
          assertThat(Standing.of(judged(each, each, data, meta, true)))
              .isGreaterThanOrEqualTo(Standing.of(judged(each, each, data, meta, false)));
        }
      }
    }
  }

  /** Taking an answer away, whatever it was, never turns a verdict green. */
  @Test
  void what_is_not_seen_never_makes_it_green() {
    Attempt lost = attempt("list-buckets", Outcome.TIMEOUT);
    for (Case each : CASES) {
      S3Evidence.BucketView view = each.sample().buckets().getFirst();
      S3Evidence.Sample noList = sample(lost, null, null, view);
      S3Evidence.Sample noHead =
          sample(
              each.sample().list(),
              each.sample().listed(),
              each.sample().owner(),
              view(attempt("head-bucket", Outcome.TIMEOUT), null));
      for (S3Evidence.Sample less : List.of(noList, noHead)) {
        Verdict verdict =
            BucketVerdict.of(s3(each.sample(), less), disk(Presence.YES, Presence.YES), false);
        assertThat(verdict).isNotInstanceOf(Verdict.Proven.class);
      }
    }
  }
}
