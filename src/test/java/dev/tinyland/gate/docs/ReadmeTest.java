package dev.tinyland.gate.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.cli.Gate;
import dev.tinyland.gate.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the readme shows is what the program prints. */
@Tag("generated-docs")
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String PROMPT = "```console\n$ ./gate ";
  private static final String END = "\n```";

  @Test
  void every_console_block_is_real() throws IOException {
    String readme = Files.readString(README);
    StringBuilder real = new StringBuilder();
    int blocks = 0;
    int from = 0;
    for (int at = readme.indexOf(PROMPT); at >= 0; at = readme.indexOf(PROMPT, from)) {
      int line = readme.indexOf('\n', at + PROMPT.length());
      String command = readme.substring(at + PROMPT.length(), line);
      real.append(readme, from, line + 1).append(output(command.split(" ")));
      from = readme.indexOf(END, line);
      blocks++;
    }
    real.append(readme.substring(from));
    assertThat(blocks).isEqualTo(2);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(README, real);
    }
    assertThat(real.toString())
        .as("README.md is out of date: mvn test -Dtest=ReadmeTest -Dgolden.update=true")
        .isEqualTo(Files.readString(README));
  }

  private static String output(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    Gate.run(
        new Terminal(stream, stream, new ByteArrayInputStream(new byte[0]), false, Map.of()),
        command);
    return out.toString(UTF_8).stripTrailing();
  }
}
