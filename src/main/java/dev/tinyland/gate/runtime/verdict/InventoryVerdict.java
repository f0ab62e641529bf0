package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code ha-state-candidate-inventory}: what object stores and storage there are, and whether one
 * of them could be a highly available state authority. A candidate is a thing to write a contract
 * for; nothing here gives it any authority.
 */
public final class InventoryVerdict {
  public static final String COMMAND = "ha-state-candidate-inventory";

  /** Everything that could be one was seen, and nothing is. */
  public static final String NO_LIVE_HA_STATE_CANDIDATE = "NO_LIVE_HA_STATE_CANDIDATE";

  /** At least one is there. */
  public static final String LIVE_HA_STATE_CANDIDATE = "LIVE_HA_STATE_CANDIDATE";

  /** Too little was seen for either. */
  public static final String UNDECIDED = "UNDECIDED";

  private static final String SUBJECT = "inventory";

  private InventoryVerdict() {}

  /** The verdict, with a reason for each surface that is known. */
  public static VerdictReport of(InventoryEvidence evidence, InventoryOptions options) {
    List<Finding> findings = new ArrayList<>();
    if (evidence.reachable() != Access.SEEN) {
      String seen = "The cluster was not reached: " + evidence.context() + ".";
      findings.add(unseen(evidence.reachable(), "cluster", seen));
      return report(options, findings, UNDECIDED);
    }
    unseen(evidence, findings);
    InventoryJoin join = InventoryJoin.of(evidence);
    boolean complete = findings.isEmpty();
    boolean current = surfaces(join, options, findings);
    if (complete && !current) {
      // In another cluster than the one that is meant, nothing would be a proof of anything.
      findings.add(
          Finding.of(
              EvidenceClass.INVENTORY_UNSEEN,
              "current-path",
              options.namespace() + "/" + options.deployment(),
              "The current state path is not in this cluster, or has another name than the one that"
                  + " is configured."));
    }
    storage(join, findings);

    boolean candidate = false;
    boolean open = false;
    for (Finding finding : findings) {
      candidate |= finding.kind() == EvidenceClass.LIVE_CANDIDATE;
      open |= finding.standing() == Standing.UNDECIDED;
    }
    if (open) {
      return report(options, findings, UNDECIDED);
    }
    if (candidate) {
      return report(options, findings, LIVE_HA_STATE_CANDIDATE);
    }
    String seen = join.workloads().size() + " workloads were looked at." + unneeded(evidence);
    findings.add(
        Finding.of(
            options.failWithoutCandidate()
                ? EvidenceClass.CANDIDATE_MISSING
                : EvidenceClass.NO_LIVE_CANDIDATE,
            SUBJECT,
            seen));
    return report(options, findings, NO_LIVE_HA_STATE_CANDIDATE);
  }

  private static VerdictReport report(
      InventoryOptions options, List<Finding> findings, String result) {
    String command =
        options.failWithoutCandidate() ? COMMAND + " --fail-without-candidate" : COMMAND;
    VerdictReport report = VerdictReport.of(command, findings, Authority.NONE, result, List.of());
    return switch (result) {
      case LIVE_HA_STATE_CANDIDATE -> report.withNextSafeStep(NextSafeStep.CONTRACT.sentence());
      case NO_LIVE_HA_STATE_CANDIDATE -> report.withNextSafeStep(NextSafeStep.CANDIDATE.sentence());
      default -> report;
    };
  }

  /** Each part in which a candidate could hide. */
  private static void unseen(InventoryEvidence evidence, List<Finding> findings) {
    Map<String, Part<?>> parts = new LinkedHashMap<>();
    parts.put("deployments", evidence.deployments());
    parts.put("stateful sets", evidence.statefulSets());
    parts.put("daemon sets", evidence.daemonSets());
    parts.put("pods", evidence.pods());
    parts.put("endpoints of services", evidence.services());
    for (Map.Entry<String, Part<?>> entry : parts.entrySet()) {
      Part<?> part = entry.getValue();
      if (isUnseen(part)) {
        String detail = part.detail() == null ? "" : part.detail() + ".";
        findings.add(unseen(part.access(), entry.getKey(), detail));
      }
    }
  }

  private static boolean isUnseen(Part<?> part) {
    return part.access() != Access.SEEN || part.value() == null;
  }

  private static Finding unseen(Access access, String subject, String seen) {
    String detail = access == Access.SEEN ? null : WorkloadVerdict.word(access);
    return Finding.of(EvidenceClass.INVENTORY_UNSEEN, detail, subject, seen);
  }

  /** What decides only where an object store comes so far that its storage matters. */
  private static String unneeded(InventoryEvidence evidence) {
    Map<String, Part<?>> parts = new LinkedHashMap<>();
    parts.put("storage classes", evidence.storageClasses());
    parts.put("claims", evidence.claims());
    parts.put("volumes", evidence.volumes());
    parts.put("nodes", evidence.nodes());
    StringBuilder words = new StringBuilder();
    for (Map.Entry<String, Part<?>> entry : parts.entrySet()) {
      if (isUnseen(entry.getValue())) {
        words.append(words.isEmpty() ? " Not seen, and not needed for this: " : ", ");
        words.append(entry.getKey());
        words.append(" (").append(WorkloadVerdict.word(entry.getValue().access())).append(')');
      }
    }
    return words.isEmpty() ? "" : words.append('.').toString();
  }

  /** Whether the current state path is among them. */
  private static boolean surfaces(
      InventoryJoin join, InventoryOptions options, List<Finding> findings) {
    Map<String, Product> stores = new LinkedHashMap<>();
    boolean current = false;
    for (Map.Entry<String, Workload> entry : join.workloads().entrySet()) {
      Workload workload = entry.getValue();
      if (isCurrent(workload, options)) {
        current = true;
        findings.add(Finding.of(EvidenceClass.INTERIM_ONLY, subject(workload), replicas(workload)));
        continue;
      }
      Product product = Product.of(workload);
      if (product == Product.CACHE) {
        findings.add(
            Finding.of(EvidenceClass.CACHE_SURFACE, subject(workload), replicas(workload)));
      } else if (product != null) {
        stores.put(entry.getKey(), product);
      }
    }
    for (Map.Entry<String, Product> entry : stores.entrySet()) {
      Workload workload = join.workloads().get(entry.getKey());
      if (workload != null) {
        store(workload, entry.getValue(), join, stores, findings);
      }
    }
    return current;
  }

  private static boolean isCurrent(Workload workload, InventoryOptions options) {
    return workload.namespace().equals(options.namespace())
        && workload.name().equals(options.deployment());
  }

  private static void store(
      Workload workload,
      Product product,
      InventoryJoin join,
      Map<String, Product> stores,
      List<Finding> findings) {
    CandidateLook.Result look = CandidateLook.of(workload, product, join, stores);
    String seen = product.title() + ", " + replicas(workload);
    String has = look.has().isEmpty() ? "" : " It has " + String.join("; ", look.has()) + ".";
    String lacks =
        look.lacks().isEmpty() ? "" : " It lacks " + String.join(", and ", look.lacks()) + ".";
    findings.add(Finding.of(product.kind(), subject(workload), seen + has + lacks));
    if (!look.lacks().isEmpty()) {
      return;
    }
    if (look.unseen().isEmpty()) {
      findings.add(Finding.of(EvidenceClass.LIVE_CANDIDATE, subject(workload), has.strip()));
    } else {
      String unseen = "Not seen: " + String.join(", and ", look.unseen()) + ".";
      findings.add(Finding.of(EvidenceClass.CANDIDATE_UNCLEAR, subject(workload), unseen));
    }
  }

  private static String subject(Workload workload) {
    return InventoryJoin.key(workload);
  }

  private static String replicas(Workload workload) {
    return workload.ready() + " of " + workload.replicas() + " ready.";
  }

  private static void storage(InventoryJoin join, List<Finding> findings) {
    Map<String, StorageClass> classes = join.storageClasses();
    if (classes == null) {
      return;
    }
    for (StorageClass storage : classes.values()) {
      findings.add(
          Finding.of(
              StorageKind.of(storage).kind(),
              "storage class " + storage.name(),
              "Its provisioner is " + storage.provisioner() + copies(storage.copies()) + "."));
    }
  }

  private static String copies(@Nullable Integer copies) {
    return copies == null ? "" : ", copies: " + copies;
  }
}
