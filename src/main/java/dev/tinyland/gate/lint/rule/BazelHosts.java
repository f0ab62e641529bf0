package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Hosts of Bazel caches, and of the domains that the policy's own endpoints lie in. */
final class BazelHosts {
  private static final String IN_CLUSTER = ".svc.cluster.local";

  private BazelHosts() {}

  /** The hosts of the policy that serve Bazel, in the cluster's short forms too. */
  static List<String> caches(Policy policy) {
    List<String> hosts = new ArrayList<>();
    for (String host : policy.endpoints()) {
      if (host.startsWith("bazel")) {
        hosts.add(host);
        if (host.endsWith(IN_CLUSTER)) {
          String shorter = host.substring(0, host.length() - IN_CLUSTER.length());
          hosts.add(shorter);
          hosts.add(shorter + ".svc");
        }
      }
    }
    return hosts;
  }

  /** The domains of those endpoints that can be reached from outside of the cluster. */
  static List<String> publicDomains(Policy policy) {
    List<String> domains = new ArrayList<>();
    for (String host : policy.endpoints()) {
      int dot = host.indexOf('.');
      String domain = host.substring(dot + 1);
      if (dot > 0 && !isInCluster(host) && domain.indexOf('.') > 0 && !domains.contains(domain)) {
        domains.add(domain);
      }
    }
    return domains;
  }

  static boolean isInCluster(String host) {
    return host.endsWith(IN_CLUSTER) || host.endsWith(".svc");
  }
}
