package dev.tinyland.gate.runtime.verdict;

import java.util.Locale;

/** {@code docs/checks/verdicts.md}, made from the classes themselves. */
final class VerdictsPage {
  private static final String HEAD =
      """
      <!-- Generated. Do not edit: mvn test -Dtest=CatalogueTest -Dgolden.update=true -->

      # Verdicts

      Every check at run time asks whether the path can hold OpenTofu state now. It names what the evidence amounts to, and each
      name stands in one of three ways: **proven** (exit code `0`) was seen and holds, **refuted** (`1`) was seen and does not hold,
      **undecided** (`3`) could not be seen well enough. The worst of all names is the verdict: one refuted thing refutes, one
      undecided thing keeps everything else from being proven, and nothing seen at all is undecided.

      - A server that answers "no such bucket" or 5xx has answered: that is refuted. No answer of an S3 server (`unreachable`), one
        that refuses to say (`credentials`), and a look that was cut short (`not-observed`) are undecided: the bucket may be well.
      - `unreachable` says why after a slash: `dns`, `refused`, `timeout`, `tls`, `not-s3`, `cut`, `rejected`, `other`.
      - `credentials` names the error: `InvalidAccessKeyId`, `SignatureDoesNotMatch`, `AccessDenied`, `RequestTimeTooSkewed`,
        `ExpiredToken`, `InvalidToken`, `anonymous`, `other`.
      - `bucket-index-divergence` needs all of it: the list lacks the bucket, the HEAD answers 404, a GET says `NoSuchBucket`, and
        the data folder is on the disk. Without the disk it is `absent-unconfirmed`, with 5xx instead of 404 it is
        `backend-error/divergence-suspected`.
      - The scratch bucket of `rustfs-bucket-index-rca` has names of its own. `scratch-marker-unseen` is used with
        `--strict-scratch-disk-markers` only; a folder that was seen to contradict S3 is refuted without it as well.
      - Green needs two samples. Two that contradict each other are `flapping`; one alone is `not-observed/one-sample`.

      ## Buckets: the evidence matrix

      List is list-buckets, head is head-bucket (404 means that a GET said `NoSuchBucket` too), data and metadata are the folders
      of the bucket on the disk, as `test -d` sees them. A dash means whatever it is.

      | list | head | data | metadata | class | stands |
      |---|---|---|---|---|---|
      | yes | 200 | yes | yes | `coherent` | proven |
      | yes | 200 | one or both not seen | | `coherent-api-only` | proven; undecided where the markers are asked for |
      | yes | 200 | not missing | missing | `metadata-marker-missing` | refuted |
      | yes | 200 | missing | - | `disk-view-mismatch` | refuted |
      | no | 404 | yes | - | `bucket-index-divergence` | refuted |
      | no | 404 | missing | yes | `data-lost-metadata-left` | refuted |
      | no | 404 | missing | missing | `lost`, or `absent` where nobody expects it | refuted, or proven |
      | no | 404 | one that matters not seen | | `absent-unconfirmed` | refuted |
      | not had | 404 | - | - | `absent-unconfirmed` | refuted |
      | no | 404, no GET confirms it | - | - | `absent-unconfirmed` | undecided |
      | no | 200 | - | - | `list-incomplete` | refuted |
      | yes | 404, confirmed or not | - | - | `head-divergence` | refuted |
      | - | 404, but a GET finds it | - | - | `head-divergence` | refuted |
      | - | 403 | - | - | `credentials` | undecided |
      | names no owner | - | - | - | `credentials/anonymous` | undecided |
      | 403 | 200, or 404 unconfirmed | - | - | `credentials-scope` | undecided |
      | 403 | 404 | - | - | `credentials-scope` | refuted: the key finds no bucket |
      | one of them 5xx | | yes | - | `backend-error/divergence-suspected` | refuted |
      | one of them 5xx | | no, or not seen | - | `backend-error` | refuted |
      | one of them not from an S3 server | | - | - | `unreachable/not-s3` | undecided |
      | one of them without an answer | | - | - | `unreachable` | undecided |
      | two samples contradict each other | | - | - | `flapping` | refuted |
      | all well, and the workload restarted | | - | - | `coherent-after-restart` | refuted |

      """;

  private VerdictsPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("## All classes\n\nThe weightiest first.\n\n");
    page.append(
        "| class | evidence | stands | exit code | next safe step |\n|---|---|---|---|---|\n");
    for (EvidenceClass each : EvidenceClass.values()) {
      page.append("| `").append(each.word()).append("` | ").append(each.meaning());
      page.append(" | ").append(each.standing().word());
      page.append(" | ").append(code(each.standing()));
      String step = word(each.step());
      page.append(" | [").append(step).append("](#").append(step).append(") |\n");
    }
    page.append("\nA class can stand otherwise in one case each: `coherent-api-only`, ");
    page.append("`absent-unconfirmed` and `credentials-scope` as the matrix says, ");
    page.append("`state-not-read` is proven\nwhere the body was not asked for, and `not-ha` is ");
    page.append("undecided where no requirement is unmet and some are not known.\n");
    page.append("\n## Next safe steps\n\nNone of them changes the backend. gate itself never ");
    page.append("restarts, heals or deletes what it did not make in the same run.\n");
    for (NextSafeStep step : NextSafeStep.values()) {
      page.append("\n### ").append(word(step)).append("\n\n").append(step.sentence()).append('\n');
    }
    return page.toString();
  }

  private static String word(NextSafeStep step) {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int code(Standing standing) {
    return switch (standing) {
      case PROVEN -> 0;
      case UNDECIDED -> 3;
      case REFUTED -> 1;
    };
  }
}
