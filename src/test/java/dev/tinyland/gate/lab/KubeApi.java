package dev.tinyland.gate.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gate.lab.KubeObjects.Item;
import dev.tinyland.gate.runtime.cluster.ApiServer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Asked;
import dev.tinyland.gate.runtime.cluster.Bodies;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads of the cluster's objects by path, as an API server answers them. */
final class KubeApi {
  static final String TOKEN = LabStates.CANARY + "kube-token-4c71";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KubeObjects objects;
  private final LabPod pod;
  private final LabLog log;

  KubeApi(KubeObjects objects, LabPod pod, LabLog log) {
    this.objects = objects;
    this.pod = pod;
    this.log = log;
  }

  static boolean isAllowed(Asked asked) {
    return asked.header("authorization").equals("Bearer " + TOKEN);
  }

  Answer answer(Asked asked) {
    Place place = isAllowed(asked) ? Place.of(asked.path()) : null;
    if (place == null) {
      return isAllowed(asked) ? Answer.text(404, ApiServer.NOT_INSTALLED) : Bodies.unauthorized();
    }
    if (place.sub().equals("log")) {
      return log(place, asked);
    }
    return place.name().isEmpty() ? list(place, asked) : object(place);
  }

  private Answer list(Place place, Asked asked) {
    String kind = null;
    String selector = parameter(asked, "labelSelector");
    ObjectNode list = MAPPER.createObjectNode();
    ArrayNode found = list.putArray("items");
    for (Item item : objects.all()) {
      if (!item.api().equals(place.api()) || !item.plural().equals(place.plural())) {
        continue;
      }
      kind = item.kind();
      boolean inside = place.namespace().isEmpty() || item.namespace().equals(place.namespace());
      JsonNode json = inside && item.matches(selector) ? now(item) : null;
      if (json != null) {
        found.add(json);
      }
    }
    if (kind == null) {
      return Answer.text(404, ApiServer.NOT_INSTALLED);
    }
    list.put("kind", kind + "List");
    list.put("apiVersion", place.version());
    list.putObject("metadata").put("resourceVersion", "1");
    return Answer.json(200, list.toString());
  }

  private Answer object(Place place) {
    for (Item item : objects.all()) {
      if (item.api().equals(place.api())
          && item.plural().equals(place.plural())
          && item.namespace().equals(place.namespace())
          && item.name().equals(place.name())) {
        JsonNode json = now(item);
        return json == null ? absent(place) : Answer.json(200, json.toString());
      }
    }
    return absent(place);
  }

  private Answer log(Place place, Asked asked) {
    if (!place.isOf(LabPod.NAMESPACE, LabPod.NAME) || !pod.request()) {
      return absent(place);
    }
    if (!parameter(asked, "previous").equals("true")) {
      return Answer.text(200, log.text());
    }
    return pod.restarts() > 0
        ? Answer.text(200, log.beforeRestart())
        : Answer.json(
            400,
            Bodies.status(
                400,
                "BadRequest",
                "previous terminated container \\\"rustfs\\\" in pod \\\""
                    + LabPod.NAME
                    + "\\\" not found",
                "{}"));
  }

  /** An object as it is at this moment; null where it is gone. */
  private @Nullable JsonNode now(Item item) {
    boolean ours = item.plural().equals("pods") && item.name().equals(LabPod.NAME);
    if (!ours) {
      return item.json();
    }
    return pod.request() ? pod.now(item.json()) : null;
  }

  private static Answer absent(Place place) {
    return Bodies.absent(place.plural(), place.name());
  }

  static String parameter(Asked asked, String name) {
    for (String part : asked.query().split("&")) {
      if (part.startsWith(name + "=")) {
        return URLDecoder.decode(part.substring(name.length() + 1), UTF_8);
      }
    }
    return "";
  }

  /**
   * A path taken apart.
   *
   * @param namespace empty for all of them, or for an object of the cluster
   * @param name empty for a list
   * @param sub for example {@code log}; empty for the object itself
   */
  record Place(String api, String namespace, String plural, String name, String sub) {
    /** Null for a path that no API server has. */
    static @Nullable Place of(String path) {
      String[] words = path.substring(1).split("/");
      int start = words[0].equals("api") ? 2 : 3;
      if (words.length <= start) {
        return null;
      }
      String api = "/" + String.join("/", Arrays.copyOf(words, start));
      List<String> rest = Arrays.asList(words).subList(start, words.length);
      boolean inside = rest.size() > 2 && rest.getFirst().equals("namespaces");
      String namespace = inside ? rest.get(1) : "";
      List<String> own = inside ? rest.subList(2, rest.size()) : rest;
      return new Place(
          api,
          namespace,
          own.getFirst(),
          own.size() > 1 ? own.get(1) : "",
          own.size() > 2 ? own.get(2) : "");
    }

    boolean isOf(String wantedNamespace, String wantedName) {
      return namespace.equals(wantedNamespace) && name.equals(wantedName);
    }

    String version() {
      return api.startsWith("/apis/") ? api.substring("/apis/".length()) : "v1";
    }
  }
}
