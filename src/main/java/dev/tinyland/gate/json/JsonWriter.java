package dev.tinyland.gate.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a tree of Map, List, String, Number, Boolean and null as JSON text. */
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonWriter() {}

  /** One line, no spaces. */
  public static String compact(@Nullable Object tree) {
    return write(tree, false);
  }

  /** Two spaces of indentation, {@code \n} line ends. */
  public static String pretty(@Nullable Object tree) {
    return write(tree, true);
  }

  private static String write(@Nullable Object tree, boolean pretty) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      if (pretty) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
            new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        generator.setPrettyPrinter(printer);
      }
      value(generator, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return escapeLoneSurrogates(out.toString());
  }

  /** Half a character cannot be written as UTF-8; as an escape it survives. */
  private static String escapeLoneSurrogates(String text) {
    StringBuilder out = null;
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      out = out == null ? new StringBuilder(text.length() + 16) : out;
      out.append(text, copied, i).append("\\u").append(Integer.toHexString(c));
      copied = i + 1;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private static void value(JsonGenerator generator, @Nullable Object tree) throws IOException {
    switch (tree) {
      case null -> generator.writeNull();
      case String text -> generator.writeString(text);
      case Boolean bool -> generator.writeBoolean(bool);
      case Integer number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      case Double number -> number(generator, number);
      case Map<?, ?> map -> {
        generator.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          generator.writeFieldName(String.valueOf(entry.getKey()));
          value(generator, entry.getValue());
        }
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray();
        for (Object item : list) {
          value(generator, item);
        }
        generator.writeEndArray();
      }
      default -> throw new IllegalArgumentException("not a JSON tree: " + tree.getClass());
    }
  }

  /** Whole numbers print as JSON integers, as GitHub's toJSON does. */
  private static void number(JsonGenerator generator, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      generator.writeNumber((long) number);
    } else {
      generator.writeNumber(number);
    }
  }
}
