package dev.tinyland.gate.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Records to JSON and back: components are keys, in their order; enum constants are words; absent
 * values are null. What a newer version has added is passed over, what is missing is an error.
 */
public final class Records {
  private Records() {}

  /** A mapper is slow to make and safe to share. */
  private static final class Shared {
    static final ObjectMapper MAPPER =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
  }

  /** Pretty, with a line feed at the end. */
  public static String text(Record record) {
    try {
      return Shared.MAPPER.writeValueAsString(record) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no record of JSON: " + record.getClass(), e);
    }
  }

  /**
   * @throws JsonSyntaxException where the text is no JSON, or no such record
   */
  public static <T extends Record> T read(String text, Class<T> type) {
    T record;
    try {
      record = Shared.MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
      throw new JsonSyntaxException(e.getOriginalMessage(), line, column);
    }
    if (record == null) {
      throw new JsonSyntaxException("null is no " + type.getSimpleName(), 1, 1);
    }
    complete(record, "");
    return record;
  }

  /** What is not marked as nullable has to be there, also further down. */
  private static void complete(Record record, String path) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String key = path.isEmpty() ? component.getName() : path + "." + component.getName();
      Object value = value(record, component);
      if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        throw new JsonSyntaxException(key + " is missing", 1, 1);
      }
      if (value instanceof Iterable<?> items) {
        int index = 0;
        for (Object item : items) {
          if (item == null) {
            throw new JsonSyntaxException(key + "[" + index + "] is missing", 1, 1);
          }
          if (item instanceof Record inner) {
            complete(inner, key + "[" + index + "]");
          }
          index++;
        }
      } else if (value instanceof Record inner) {
        complete(inner, key);
      }
    }
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
