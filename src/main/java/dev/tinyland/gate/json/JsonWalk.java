package dev.tinyland.gate.json;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Walks through JSON of any size without keeping it. Strict: UTF-8 without a byte order mark, no
 * key twice in an object, nothing after the value. Its errors say what is wrong and where, and
 * quote nothing, so that they may be shown where the text itself is a secret.
 */
public final class JsonWalk implements AutoCloseable {
  private static final int DEEPEST = 500;
  private static final int LONGEST_NUMBER = 1000;
  private static final int LONGEST_KEY = 50_000;

  private final JsonParser parser;

  private JsonWalk(JsonParser parser) {
    this.parser = parser;
  }

  /** What stands at a place. */
  public enum Kind {
    OBJECT,
    END_OBJECT,
    ARRAY,
    END_ARRAY,
    KEY,
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    NULL,
    /** The end of all. */
    END
  }

  /**
   * @param in is read as far as is walked, and a little more, and is not closed
   */
  public static JsonWalk of(InputStream in) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_KEY)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    InputStreamReader text =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return new JsonWalk(factory.createParser(text));
  }

  /**
   * The next thing; after the value, {@link Kind#END} and nothing else.
   *
   * @throws JsonSyntaxException for what is not JSON in this strict sense
   * @throws IOException of the stream
   */
  public Kind next() throws IOException {
    boolean afterValue = parser.currentToken() != null && atTop() && !opens();
    JsonToken token = guarded(parser::nextToken);
    if (token != null && afterValue) {
      throw error("text after the JSON value");
    }
    return kind(token);
  }

  private boolean atTop() {
    return parser.getParsingContext().inRoot();
  }

  private boolean opens() {
    return parser.currentToken() == JsonToken.START_OBJECT
        || parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Passes over the rest of the value that stands here. */
  public void skip() throws IOException {
    int depth = 0;
    for (Kind kind = kind(parser.currentToken()); ; kind = next()) {
      switch (kind) {
        case OBJECT, ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        default -> {}
      }
      if (depth <= 0) {
        finish();
        return;
      }
    }
  }

  /** A text that was passed over is not read before the next step; its faults belong here. */
  private void finish() throws IOException {
    guarded(() -> {
      parser.finishToken();
      return true;
    });
  }

  /** The key, text or number that stands here, as it is written in Java. */
  public String text() throws IOException {
    return guarded(parser::getText);
  }

  /** Whether the text that stands here is Base64 on one line; it is passed over and not kept. */
  public boolean isBase64() throws IOException {
    try {
      parser.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, OutputStream.nullOutputStream());
      return true;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return false;
    } catch (CharacterCodingException | CharConversionException e) {
      throw error("not UTF-8");
    }
  }

  public int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  public int column() {
    return Math.max(1, parser.currentTokenLocation().getColumnNr());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static Kind kind(JsonToken token) {
    return switch (token) {
      case null -> Kind.END;
      case START_OBJECT -> Kind.OBJECT;
      case END_OBJECT -> Kind.END_OBJECT;
      case START_ARRAY -> Kind.ARRAY;
      case END_ARRAY -> Kind.END_ARRAY;
      case FIELD_NAME -> Kind.KEY;
      case VALUE_STRING -> Kind.TEXT;
      case VALUE_NUMBER_INT -> Kind.INTEGER;
      case VALUE_NUMBER_FLOAT -> Kind.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
      case VALUE_NULL -> Kind.NULL;
      default -> throw new IllegalStateException("unexpected token " + token);
    };
  }

  @FunctionalInterface
  private interface Step<T> {
    T take() throws IOException;
  }

  private <T> T guarded(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (StreamConstraintsException e) {
      throw error("too deep, or a key or number too long", e.getLocation());
    } catch (JsonProcessingException e) {
      String message = e.getOriginalMessage();
      if (message.startsWith("Duplicate ")) {
        throw error("a key twice in one object", e.getLocation());
      }
      boolean ended = message.startsWith("Unexpected end-of-input");
      throw error(ended ? "the text ends within the value" : "not JSON", e.getLocation());
    } catch (CharacterCodingException | CharConversionException e) {
      throw error("not UTF-8");
    }
  }

  private JsonSyntaxException error(String sentence) {
    return error(sentence, parser.currentLocation());
  }

  private static JsonSyntaxException error(String sentence, JsonLocation place) {
    int line = place == null ? 1 : Math.max(1, place.getLineNr());
    int column = place == null ? 1 : Math.max(1, place.getColumnNr());
    return new JsonSyntaxException(sentence, line, column);
  }
}
