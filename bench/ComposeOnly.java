import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The yardstick of a large corpus: SnakeYAML Engine composes every YAML file below a folder, on all
 * processors, and does nothing with the result.
 */
public final class ComposeOnly {
  private ComposeOnly() {}

  public static void main(String[] args) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(Path.of(args[0]))) {
      files = paths.filter(ComposeOnly::isYaml).filter(Files::isRegularFile).toList();
    }
    AtomicInteger documents = new AtomicInteger();
    files.parallelStream().forEach(file -> documents.addAndGet(documentsIn(file)));
    System.out.println(files.size() + " files, " + documents + " documents");
  }

  private static boolean isYaml(Path file) {
    String name = file.toString();
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  private static int documentsIn(Path file) {
    try {
      Compose compose = new Compose(LoadSettings.builder().build());
      int documents = 0;
      for (Object _ : compose.composeAllFromString(Files.readString(file))) {
        documents++;
      }
      return documents;
    } catch (YamlEngineException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
