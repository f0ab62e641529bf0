import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Adds the Java runtime to the bill of materials that Maven wrote, since Maven knows jars alone.
 *
 * <p>Run as a single source file with Jackson on the class path: {@code java Sbom.java BILL RUNTIME
 * TARGET}. The runtime is the one that jlink made out of the JDK which runs this; its modules
 * become the parts of one component {@code jdk}.
 */
final class Sbom {
  private static final String LICENSE = "GPL-2.0-only WITH Classpath-exception-2.0";

  private Sbom() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("expected BILL RUNTIME TARGET");
    }
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(Path.of(args[1], "release"))) {
      release.load(in);
    }
    String version = System.getProperty("java.runtime.version");
    if (!version.startsWith(unquoted(release, "JAVA_VERSION"))) {
      throw new IllegalStateException(args[1] + " was linked from another JDK than " + version);
    }
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode bill = (ObjectNode) json.readTree(Path.of(args[0]).toFile());
    ObjectNode jdk = ((ArrayNode) bill.get("components")).addObject();
    describe(jdk, version, unquoted(release, "MODULES").split(" "));
    dependUpon(bill, jdk.get("bom-ref").asText());
    Files.writeString(Path.of(args[2]), json.writeValueAsString(bill) + "\n");
  }

  private static void describe(ObjectNode jdk, String version, String[] modules) {
    // A plus sign is written as its code in a package URL.
    String reference = "pkg:generic/jdk@" + version.replace("+", "%2B");
    jdk.put("type", "platform");
    jdk.put("bom-ref", reference);
    jdk.putObject("supplier").put("name", System.getProperty("java.vendor"));
    jdk.put("name", "jdk");
    jdk.put("version", version);
    jdk.put("description", "The Java runtime, linked from these modules of a JDK.");
    jdk.put("scope", "required");
    jdk.putArray("licenses").addObject().put("expression", LICENSE);
    jdk.put("purl", reference);
    ArrayNode parts = jdk.putArray("components");
    for (String module : modules) {
      ObjectNode part = parts.addObject();
      part.put("type", "library");
      part.put("bom-ref", reference + "#" + module);
      part.put("name", module);
      part.put("version", version);
    }
  }

  private static void dependUpon(ObjectNode bill, String jdk) {
    String gate = bill.at("/metadata/component/bom-ref").asText();
    ArrayNode dependencies = (ArrayNode) bill.get("dependencies");
    for (JsonNode dependency : dependencies) {
      if (dependency.get("ref").asText().equals(gate)) {
        ((ArrayNode) dependency.get("dependsOn")).add(jdk);
      }
    }
    dependencies.addObject().put("ref", jdk).putArray("dependsOn");
  }

  private static String unquoted(Properties release, String key) {
    return release.getProperty(key).replace("\"", "");
  }
}
