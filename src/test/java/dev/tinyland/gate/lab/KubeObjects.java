package dev.tinyland.gate.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The objects of the cluster, by the path under which an API server has them. */
final class KubeObjects {
  private static final Pattern AGO = Pattern.compile("\\{(\\d+) minutes ago}");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * One object.
   *
   * @param api for example {@code /apis/apps/v1}
   * @param plural for example {@code deployments}
   * @param namespace empty for an object of the cluster
   */
  record Item(
      String api, String plural, String kind, String namespace, String name, JsonNode json) {
    /** Whether it has all the labels of a selector such as {@code app=a,tier=b}. */
    boolean matches(String selector) {
      for (String term : selector.isEmpty() ? new String[0] : selector.split(",")) {
        int equals = term.indexOf('=');
        String value = equals < 0 ? "" : term.substring(equals + 1);
        String name = equals < 0 ? term : term.substring(0, equals);
        if (!json.at("/metadata/labels").path(name).asText("").equals(value)) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Item> items;

  private KubeObjects(List<Item> items) {
    this.items = List.copyOf(items);
  }

  /** Those of the resource file, with times seen from now. */
  static KubeObjects load(Instant now) throws IOException {
    String text;
    try (InputStream in = KubeObjects.class.getResourceAsStream("/lab/cluster.yaml")) {
      text = new String(Objects.requireNonNull(in, "cluster.yaml").readAllBytes(), UTF_8);
    }
    String dated =
        AGO.matcher(text)
            .replaceAll(match ->
                now.minus(Long.parseLong(match.group(1)), ChronoUnit.MINUTES)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString());
    List<Item> items = new ArrayList<>();
    Load load = new Load(LoadSettings.builder().build());
    for (Object document : load.loadAllFromString(dated)) {
      items.add(item(MAPPER.valueToTree(document)));
    }
    return new KubeObjects(items);
  }

  List<Item> all() {
    return items;
  }

  private static Item item(JsonNode json) {
    String version = json.path("apiVersion").asText();
    String kind = json.path("kind").asText();
    String plural = kind.toLowerCase(Locale.ROOT) + (kind.endsWith("s") ? "es" : "s");
    return new Item(
        (version.indexOf('/') < 0 ? "/api/" : "/apis/") + version,
        plural,
        kind,
        json.at("/metadata/namespace").asText(""),
        json.at("/metadata/name").asText(),
        json);
  }
}
