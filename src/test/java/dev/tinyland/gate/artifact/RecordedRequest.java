package dev.tinyland.gate.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.json.JsonReader;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as a server got it. */
public final class RecordedRequest {
  private final String method;
  private final String path;
  private final String rawQuery;
  private final Map<String, String> headers;
  private final byte[] body;

  RecordedRequest(
      String method, String path, String rawQuery, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.rawQuery = rawQuery;
    this.headers = headers;
    this.body = body;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String rawQuery() {
    return rawQuery;
  }

  /** By lower-case name. */
  Map<String, String> headers() {
    return headers;
  }

  /** What came before the end of the request, or of the connection. */
  public byte[] body() {
    return body;
  }

  /** The parameters of the query, decoded, in their order. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    for (String parameter : rawQuery.isEmpty() ? new String[0] : rawQuery.split("&")) {
      int equals = parameter.indexOf('=');
      query.put(
          parameter.substring(0, equals),
          URLDecoder.decode(parameter.substring(equals + 1), UTF_8));
    }
    return query;
  }

  /** {@code create}, {@code finalize}, {@code block} or {@code blocklist}. */
  String kind() {
    if (path.endsWith("/CreateArtifact")) {
      return "create";
    }
    return path.endsWith("/FinalizeArtifact") ? "finalize" : query().getOrDefault("comp", "");
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  String text() {
    return new String(body, UTF_8);
  }

  Map<?, ?> json() {
    return JsonReader.read(text()) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The id of a block, decoded. */
  String blockId() {
    return new String(Base64.getDecoder().decode(query().getOrDefault("blockid", "")), UTF_8);
  }
}
