package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.json.JsonWalk;
import dev.tinyland.gate.json.JsonWalk.Kind;
import dev.tinyland.gate.runtime.evidence.Sha256;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Body;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a state object to its end and keeps sizes, digests and counts. As strict as
 * OpenTofu's reader, or stricter: Go takes {@code Serial} for {@code serial}, so that two spellings
 * of a key are a key twice.
 */
final class StateBody {
  private static final long VERSION = 4;
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final int LONGEST_VERSION = 40;
  private static final int LONGEST_LINEAGE = 1024;

  private final JsonWalk walk;
  private final Set<String> keys = new HashSet<>();
  private @Nullable String fault;
  private int line;
  private int column;
  private @Nullable Integer version;
  private boolean wholeVersion;
  private boolean knownVersion;
  private @Nullable Long serial;
  private @Nullable String lineageSha256;
  private @Nullable Integer resources;
  private @Nullable String terraformVersion;

  private StateBody(JsonWalk walk) {
    this.walk = walk;
  }

  /**
   * @param in as far as the text goes; it is not closed
   * @throws IOException of the stream
   */
  static Body read(InputStream in) throws IOException {
    try (JsonWalk walk = JsonWalk.of(in)) {
      StateBody body = new StateBody(walk);
      try {
        return body.read();
      } catch (JsonSyntaxException e) {
        boolean placed = !"not UTF-8".equals(e.getMessage());
        return body.as(
            Shape.MALFORMED, e.getMessage(), placed ? e.line() : null, placed ? e.column() : null);
      }
    }
  }

  /** A body of which nothing but its size is known. */
  static Body of(Shape shape, String fault) {
    return new Body(shape, fault, null, null, null, null, null, null, null);
  }

  private Body read() throws IOException {
    Kind first = walk.next();
    if (first == Kind.END) {
      return of(Shape.EMPTY, "blanks and nothing else");
    }
    if (first != Kind.OBJECT) {
      wrong("no object");
      walk.skip();
    } else {
      while (walk.next() == Kind.KEY) {
        member(walk.text());
      }
    }
    if (walk.next() != Kind.END) {
      throw new IllegalStateException("the walk has no end");
    }
    return judged();
  }

  private void member(String key) throws IOException {
    String folded = key.toLowerCase(Locale.ROOT);
    boolean known = isKnown(folded);
    if (known && !keys.add(folded)) {
      throw new JsonSyntaxException("a key twice in one object", walk.line(), walk.column());
    }
    if (known && !key.equals(folded)) {
      wrong("a key in capital letters");
    }
    Kind kind = walk.next();
    switch (folded) {
      case "version" -> version(kind);
      case "serial" -> serial(kind);
      case "lineage" -> lineage(kind);
      case "terraform_version" -> terraformVersion(kind);
      case "resources" -> resources(kind);
      case "outputs" -> require(kind == Kind.OBJECT, "outputs is no object");
      case "check_results" ->
          require(kind == Kind.ARRAY || kind == Kind.NULL, "check_results is no list");
      case "meta" -> require(kind == Kind.OBJECT, "meta is no object");
      case "encrypted_data" -> encryptedData(kind);
      case "encryption_version" ->
          require(kind == Kind.TEXT && !walk.text().isBlank(), "encryption_version is no text");
      default -> {}
    }
    if (!folded.equals("resources") && !folded.equals("encrypted_data")) {
      walk.skip();
    }
  }

  private static boolean isKnown(String key) {
    return switch (key) {
      case "version",
          "serial",
          "lineage",
          "terraform_version",
          "resources",
          "outputs",
          "check_results",
          "meta",
          "encrypted_data",
          "encryption_version" ->
          true;
      default -> false;
    };
  }

  private void version(Kind kind) throws IOException {
    BigInteger number = whole(kind);
    require(number != null, "version is no whole number");
    if (number != null) {
      wholeVersion = true;
      knownVersion = number.equals(BigInteger.valueOf(VERSION));
      version = number.bitLength() < 32 ? number.intValue() : null;
    }
  }

  private void serial(Kind kind) throws IOException {
    BigInteger number = whole(kind);
    require(number != null && number.compareTo(MOST) <= 0, "serial is no whole number");
    serial = number == null || number.compareTo(MOST) > 0 ? null : number.longValue();
  }

  private @Nullable BigInteger whole(Kind kind) throws IOException {
    if (kind != Kind.INTEGER) {
      return null;
    }
    BigInteger number = new BigInteger(walk.text());
    return number.signum() < 0 || walk.text().startsWith("-") ? null : number;
  }

  private void lineage(Kind kind) throws IOException {
    boolean text = kind == Kind.TEXT;
    String lineage = text ? walk.text() : "";
    require(!lineage.isBlank() && lineage.length() <= LONGEST_LINEAGE, "lineage is no name");
    lineageSha256 = lineage.isBlank() ? null : Sha256.of(lineage.getBytes(StandardCharsets.UTF_8));
  }

  private void terraformVersion(Kind kind) throws IOException {
    String text = kind == Kind.TEXT ? walk.text() : "";
    boolean plain = isVersion(text);
    require(plain, "terraform_version is no version");
    terraformVersion = plain ? text : null;
  }

  /** Digits and dots, then perhaps a word: nothing that could hide something else. */
  private static boolean isVersion(String text) {
    if (text.isEmpty() || text.length() > LONGEST_VERSION || !isDigit(text.charAt(0))) {
      return false;
    }
    int dots = 0;
    int i = 0;
    for (; i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.'); i++) {
      dots += text.charAt(i) == '.' ? 1 : 0;
    }
    if (dots < 2) {
      return false;
    }
    if (i == text.length()) {
      return true;
    }
    String rest = text.substring(i);
    for (String word : new String[] {"-alpha", "-beta", "-rc", "-dev", "-nightly"}) {
      if (rest.startsWith(word)) {
        return rest.substring(word.length()).chars().allMatch(c -> isDigit((char) c) || c == '.');
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void resources(Kind kind) throws IOException {
    if (kind != Kind.ARRAY) {
      wrong("resources is no list");
      walk.skip();
      return;
    }
    int count = 0;
    for (Kind item = walk.next(); item != Kind.END_ARRAY; item = walk.next()) {
      require(item == Kind.OBJECT, "a resource is no object");
      walk.skip();
      count++;
    }
    resources = count;
  }

  private void encryptedData(Kind kind) throws IOException {
    if (kind != Kind.TEXT) {
      wrong("encrypted_data is no text");
      walk.skip();
      return;
    }
    require(walk.isBase64(), "encrypted_data is no Base64");
  }

  private void require(boolean holds, String sentence) {
    if (!holds) {
      wrong(sentence);
    }
  }

  /** The first fault is the one that is told. */
  private void wrong(String sentence) {
    if (fault == null) {
      fault = sentence;
      line = walk.line();
      column = walk.column();
    }
  }

  private Body judged() {
    boolean encrypted = keys.contains("encrypted_data") || keys.contains("encryption_version");
    if (!encrypted && wholeVersion && !knownVersion) {
      return as(Shape.UNKNOWN_VERSION, "a state of another version", null, null);
    }
    String missing = missing(encrypted);
    if (fault != null) {
      return as(Shape.NOT_A_STATE, fault, line, column);
    }
    if (missing != null) {
      return as(Shape.NOT_A_STATE, missing + " is missing", null, null);
    }
    return as(encrypted ? Shape.ENCRYPTED : Shape.PLAIN, null, null, null);
  }

  private @Nullable String missing(boolean encrypted) {
    String[] required =
        encrypted
            ? new String[] {"serial", "lineage", "meta", "encrypted_data", "encryption_version"}
            : new String[] {
              "version", "terraform_version", "serial", "lineage", "outputs", "resources"
            };
    for (String key : required) {
      if (!keys.contains(key)) {
        return key;
      }
    }
    return null;
  }

  private Body as(
      Shape shape,
      @Nullable String sentence,
      @Nullable Integer faultLine,
      @Nullable Integer faultColumn) {
    return new Body(
        shape,
        sentence,
        faultLine,
        faultColumn,
        version,
        serial,
        lineageSha256,
        resources,
        terraformVersion);
  }
}
