package dev.tinyland.gate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image itself: what it says of itself, what is in it, and what it can do without. */
@Tag("e2e")
class ImageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Engine engine = Engine.found();

  @TempDir Path folder;

  @BeforeEach
  void there_is_an_image() {
    assumeTrue(engine.isContainer(), "no engine here, so there is no image");
  }

  @Test
  void it_starts_the_program_as_root_and_without_a_shell() throws Exception {
    JsonNode config = inspect().get("Config");
    assertThat(config.path("User").asText("")).isEmpty();
    assertThat(texts(config.get("Entrypoint")))
        .startsWith("/opt/gate/runtime/bin/java")
        .endsWith("dev.tinyland.gate.Main");
    assertThat(texts(config.path("Cmd"))).isEmpty();
  }

  @Test
  void it_adds_one_layer_to_its_base() throws Exception {
    JsonNode base = JSON.readTree(engine.ask("image", "inspect", "debian:bookworm-slim")).get(0);
    List<String> layers = texts(base.at("/RootFS/Layers"));
    assertThat(texts(inspect().at("/RootFS/Layers")))
        .startsWith(layers.toArray(new String[0]))
        .hasSize(layers.size() + 1);
  }

  @Test
  void its_bill_of_materials_names_every_jar_and_the_runtime() throws Exception {
    Path gate = contents();
    JsonNode bill = JSON.readTree(gate.resolve("sbom.cdx.json").toFile());
    assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.get("specVersion").asText()).isEqualTo("1.6");
    assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("gate");
    List<String> named = new ArrayList<>(List.of("gate.jar", "checks.jar"));
    List<String> modules = new ArrayList<>();
    for (JsonNode component : bill.get("components")) {
      String name = component.get("name").asText();
      if (name.equals("jdk")) {
        component.get("components").forEach(module -> modules.add(module.get("name").asText()));
        assertThat(component.get("version").asText()).startsWith("25");
      } else {
        named.add(name + "-" + component.get("version").asText() + ".jar");
      }
    }
    try (Stream<Path> jars = Files.list(gate.resolve("lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(named);
    }
    String release = Files.readString(gate.resolve("runtime/release"));
    assertThat(release).contains("MODULES=\"" + String.join(" ", modules) + "\"");
    assertThat(modules).contains("java.base", "java.net.http");
  }

  @Test
  void all_of_it_carries_the_time_of_the_project() throws Exception {
    Path gate = contents();
    String time = Files.getLastModifiedTime(gate.resolve("lib/gate.jar")).toString();
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<project.build.outputTimestamp>" + time + "</project.build.outputTimestamp>");
    try (Stream<Path> files = Files.walk(gate)) {
      for (Path file : files.toList()) {
        assertThat(Files.getLastModifiedTime(file)).as(file.toString()).hasToString(time);
      }
    }
  }

  @Test
  void it_runs_without_network_and_on_a_root_that_cannot_be_written() throws Exception {
    Path workspace =
        Fixtures.checkout("readme", Files.createDirectory(folder.resolve("workspace")));
    StepResult step =
        new RunnerEmulator(engine, workspace, Files.createDirectory(folder.resolve("temp")))
            .runOption("--read-only")
            .runOption("--network=none")
            .runOption("--cap-drop=NET_RAW")
            .run();
    assertThat(step.exitCode()).as(step.log()).isEqualTo(1);
    assertThat(step.errors()).isEmpty();
    assertThat(step.output("findings")).isEqualTo("3");
  }

  @Test
  void its_start_up_cache_is_taken() throws Exception {
    List<String> entrypoint = texts(inspect().at("/Config/Entrypoint"));
    List<String> arguments =
        new ArrayList<>(List.of("run", "--rm", "--read-only", "--network=none"));
    arguments.addAll(
        List.of("--entrypoint", entrypoint.getFirst(), engine.image(), "-XX:AOTMode=on"));
    arguments.addAll(entrypoint.subList(1, entrypoint.size()));
    arguments.add("--version");
    assertThat(engine.ask(arguments.toArray(new String[0]))).startsWith("gate ");
  }

  private JsonNode inspect() throws IOException, InterruptedException {
    return JSON.readTree(engine.ask("image", "inspect", engine.image())).get(0);
  }

  /** A copy of what the image adds to its base. */
  private Path contents() throws IOException, InterruptedException {
    String container = engine.ask("create", engine.image()).strip();
    try {
      engine.ask("cp", container + ":/opt/gate", folder.resolve("gate").toString());
    } finally {
      engine.ask("rm", container);
    }
    return folder.resolve("gate");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
