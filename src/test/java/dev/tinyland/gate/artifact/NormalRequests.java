package dev.tinyland.gate.artifact;

import dev.tinyland.gate.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Requests in the form of the recording, as src/test/artifact-oracle/normal.mjs writes it: what
 * differs from run to run has a fixed name.
 */
final class NormalRequests {
  private static final Pattern UUID = Pattern.compile("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern LATEST = Pattern.compile("<Latest>([^<]*)<");
  private static final String ZIP = "<zip>";

  private final List<String> requestIds = new ArrayList<>();
  private final boolean zipped;

  private NormalRequests(boolean zipped) {
    this.zipped = zipped;
  }

  /** One JSON object for each request; its keys are sorted but for those of a JSON body. */
  static List<String> of(List<RecordedRequest> requests) {
    NormalRequests normal =
        new NormalRequests(requests.getFirst().text().contains("\"" + MimeType.ZIP + "\""));
    return requests.stream().map(normal::line).toList();
  }

  /** A line of the recording without its case and without what may differ, in the same form. */
  static String recorded(Map<?, ?> line) {
    Map<String, Object> headers = new TreeMap<>();
    ((Map<?, ?>) value(line, "headers")).forEach((k, v) -> headers.put(String.valueOf(k), v));
    return text(
        (String) value(line, "method"),
        (String) value(line, "path"),
        (Map<?, ?>) value(line, "query"),
        headers,
        value(line, "body"));
  }

  private static Object value(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new AssertionError("the recording has no " + key);
    }
    return value;
  }

  private static String text(
      String method, String path, Map<?, ?> query, Map<String, Object> headers, Object body) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("method", method);
    line.put("path", path);
    line.put("query", query);
    line.put("headers", ArtifactOracleTest.withoutDifferences(headers));
    line.put("body", body);
    return JsonWriter.compact(line);
  }

  private String line(RecordedRequest request) {
    boolean zip = zipped && (request.kind().equals("block") || request.kind().equals("finalize"));
    Map<String, String> query = request.query();
    query.computeIfPresent("blockid", (key, id) -> block(id));
    return text(request.method(), request.path(), query, headers(request, zip), body(request, zip));
  }

  private Map<String, Object> headers(RecordedRequest request, boolean zip) {
    Map<String, Object> headers = new TreeMap<>(request.headers());
    headers.put("host", "<host>");
    headers.computeIfPresent(
        "authorization", (k, v) -> v.equals("Bearer " + Trial.TOKEN) ? "Bearer <token>" : v);
    headers.computeIfPresent("x-ms-client-request-id", (k, v) -> requestId((String) v));
    if (zip) {
      headers.put("content-length", ZIP);
    }
    return headers;
  }

  private String requestId(String id) {
    if (!requestIds.contains(id)) {
      requestIds.add(id);
    }
    return "<request " + (requestIds.indexOf(id) + 1) + ">";
  }

  private static Object body(RecordedRequest request, boolean zip) {
    return switch (request.header("content-type")) {
      case "application/json" -> json(request, zip);
      case "application/xml" ->
          LATEST
              .matcher(request.text())
              .replaceAll(match -> "<Latest>" + block(match.group(1)) + "<");
      default -> bytes(request.body(), zip);
    };
  }

  private static Object json(RecordedRequest request, boolean zip) {
    Map<Object, Object> body = new LinkedHashMap<>(request.json());
    body.computeIfPresent(
        "expires_at",
        (key, time) ->
            "<in " + Duration.between(Trial.NOW, Instant.parse((String) time)).toDays() + " days>");
    if (zip) {
      body.replace("size", ZIP);
      body.replace("hash", ZIP);
    }
    return body;
  }

  private static Object bytes(byte[] bytes, boolean zip) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("bytes", zip ? ZIP : bytes.length);
    body.put("sha256", zip ? ZIP : sha256(bytes));
    if (zip) {
      body.put("entries", entries(bytes));
    }
    return body;
  }

  private static List<String> entries(byte[] bytes) {
    List<String> list = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        in.readAllBytes();
        list.add(entry.getName() + " " + entry.getSize() + " " + Long.toHexString(entry.getCrc()));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Collections.sort(list);
    return list;
  }

  private static String block(String id) {
    String decoded = new String(Base64.getDecoder().decode(id), StandardCharsets.ISO_8859_1);
    return UUID.matcher(decoded).replaceFirst("<uuid>");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
