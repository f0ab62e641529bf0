package dev.tinyland.gate.lint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Style;
import dev.tinyland.gate.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of every value maps to a place that holds it, its escape, or its fold. */
class ScalarPlacesPropertyTest {
  private static final int GENERATED = 1500;

  static List<String> corpus() {
    return Yamls.CORPUS;
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void inTheCorpus(String name) {
    checkAll(Yamls.text(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void inTheCorpusWithOtherLineBreaks(String lineBreak) {
    for (String name : Yamls.CORPUS) {
      checkAll(Yamls.text(name).replace("\n", lineBreak));
    }
  }

  @Test
  void inGeneratedFiles() {
    for (long seed = 0; seed < GENERATED; seed++) {
      YamlEmitter emitter = new YamlEmitter(seed).document();
      String text = emitter.text();
      YamlDocument document = Yamls.read(text);
      assertThat(document.problems()).as("seed %d:%n%s", seed, text).isEmpty();
      List<String> read =
          Yamls.scalars(document.root()).stream()
              .filter(scalar -> !isKey(scalar))
              .map(Scalar::value)
              .toList();
      assertThat(read).as("seed %d:%n%s", seed, text).isEqualTo(emitter.values());
      checkAll(text);
    }
  }

  private static boolean isKey(Scalar scalar) {
    return scalar.value().length() == 2 && scalar.value().charAt(0) == 'k';
  }

  private static void checkAll(String text) {
    for (Scalar scalar : Yamls.scalars(Yamls.read(text).root())) {
      check(text, scalar);
    }
  }

  private static void check(String text, Scalar scalar) {
    String value = scalar.value();
    int previousEnd = -1;
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      int width = Character.charCount(value.codePointAt(i));
      Span span = scalar.spanOf(i, i + width);
      int start = Yamls.offset(text, span.line(), span.column());
      int end = Yamls.offset(text, span.endLine(), span.endColumn());
      String written = start < 0 || end < start ? "" : text.substring(start, end);
      String character = value.substring(i, i + width);
      assertThat(stands(written, character, scalar.style()))
          .as("'%s' for character %d of %s at %s in%n%s", written, i, value, span, text)
          .isTrue();
      assertThat(start).as("order at %s", span).isGreaterThanOrEqualTo(previousEnd);
      previousEnd = end;
    }
  }

  /**
   * Whether the written text is the character, its escape in that style, or the fold it came of.
   */
  private static boolean stands(String written, String character, Style style) {
    if (written.equals(character)) {
      return true;
    }
    if (character.equals("\n") || character.equals(" ")) {
      boolean escaped = style == Style.DOUBLE_QUOTED && written.startsWith("\\");
      // The line break that is assumed at the end of a file stands nowhere.
      boolean assumed = written.isEmpty() && style == Style.LITERAL;
      return escaped || assumed || (written.isBlank() && hasBreak(written));
    }
    return switch (style) {
      case SINGLE_QUOTED -> written.equals("''") && character.equals("'");
      case DOUBLE_QUOTED -> written.startsWith("\\") && written.length() <= 10;
      case PLAIN, LITERAL, FOLDED -> false;
    };
  }

  private static boolean hasBreak(String written) {
    return written.indexOf('\n') >= 0 || written.indexOf('\r') >= 0;
  }
}
