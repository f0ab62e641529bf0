package dev.tinyland.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void it_is_that_of_the_build() {
    assertThat(Path.of("pom.xml")).content().contains("<version>" + Version.text() + "</version>");
  }
}
