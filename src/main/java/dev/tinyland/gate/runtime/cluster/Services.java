package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Endpoint;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Port;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services of all namespaces that have endpoints, put together from their slices. */
final class Services {
  private Services() {}

  /** One slice; the service may have others. */
  private record Slice(String key, Service part) {}

  static Part<List<Service>> read(KubernetesReader reader, int page) {
    Part<List<Slice>> slices =
        reader.list(
            "/apis/discovery.k8s.io/v1/endpointslices", "EndpointSlice", page, Services::slice);
    if (slices.value() == null) {
      return new Part<>(slices.access(), slices.detail(), null);
    }
    Map<String, Service> services = new LinkedHashMap<>();
    for (Slice slice : slices.value()) {
      Service known = services.get(slice.key());
      services.put(slice.key(), known == null ? slice.part() : joined(known, slice.part()));
    }
    return new Part<>(Access.SEEN, null, List.copyOf(services.values()));
  }

  /** A slice without a service stands for itself. */
  private static Slice slice(Tree tree) {
    String namespace = tree.required("metadata", "namespace");
    String label = tree.text("metadata", "labels", "kubernetes.io/service-name");
    String name = label == null ? tree.required("metadata", "name") : label;
    List<Port> ports = new ArrayList<>();
    for (Tree port : tree.items("ports")) {
      Long number = port.number("port");
      ports.add(new Port(port.text("name"), number == null ? null : Math.clamp(number, 0, 65_535)));
    }
    List<Endpoint> endpoints = new ArrayList<>();
    for (Tree endpoint : tree.items("endpoints")) {
      boolean pod = "Pod".equals(endpoint.text("targetRef", "kind"));
      endpoints.add(
          new Endpoint(
              Workload.isReady(endpoint),
              endpoint.text("nodeName"),
              pod ? endpoint.text("targetRef", "name") : null));
    }
    String key = namespace + (label == null ? "/slice/" : "/service/") + name;
    return new Slice(key, joined(new Service(namespace, name, ports, List.of()), endpoints));
  }

  private static Service joined(Service one, Service other) {
    List<Port> ports = new ArrayList<>(one.ports());
    for (Port port : other.ports()) {
      if (!ports.contains(port)) {
        ports.add(port);
      }
    }
    Service both = new Service(one.namespace(), one.name(), ports, one.endpoints());
    return joined(both, other.endpoints());
  }

  /** A pod with two address families stands in two slices, and is one endpoint. */
  private static Service joined(Service service, List<Endpoint> more) {
    Map<String, Endpoint> byPod = new LinkedHashMap<>();
    for (List<Endpoint> endpoints : List.of(service.endpoints(), more)) {
      for (Endpoint endpoint : endpoints) {
        String pod = endpoint.pod();
        byPod.merge(
            pod == null ? "#" + byPod.size() : pod,
            endpoint,
            (one, other) -> new Endpoint(one.ready() && other.ready(), one.node(), one.pod()));
      }
    }
    return new Service(
        service.namespace(), service.name(), service.ports(), List.copyOf(byPod.values()));
  }
}
