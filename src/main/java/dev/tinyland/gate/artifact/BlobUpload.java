package dev.tinyland.gate.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.report.Version;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A block blob of Azure's storage: blocks one after the other, then the list that makes a blob. */
final class BlobUpload {
  private static final int TRIES = 4;
  private static final int COUNTER_DIGITS = 12;

  /** The storage's interface, in the version that GitHub's client asks for. */
  private static final String VERSION = "2026-04-06";

  private final SignedUrl target;
  private final Exchange exchange;
  private final Settings settings;
  private final Deadline deadline;
  private final Backoff backoff;
  private final String prefix;
  private final List<String> blocks = new ArrayList<>();

  BlobUpload(
      SignedUrl target, Exchange exchange, Settings settings, Deadline deadline, Backoff backoff) {
    this.target = target;
    this.exchange = exchange;
    this.settings = settings;
    this.deadline = deadline;
    this.backoff = backoff;
    this.prefix = settings.ids().get().toString();
  }

  /** Uploads the next block. The bytes must not change any more, even after this returns. */
  void block(byte[] bytes, int length) throws IOException {
    String counter = Integer.toString(blocks.size());
    String id = prefix + "0".repeat(COUNTER_DIGITS - counter.length()) + counter;
    String encoded = Base64.getEncoder().encodeToString(id.getBytes(UTF_8));
    blocks.add(encoded);
    HttpRequest.Builder request =
        request("comp=block&blockid=" + URLEncoder.encode(encoded, UTF_8))
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(bytes, 0, length));
    put("block " + blocks.size(), request.build(), length);
  }

  /** Makes the blob from all blocks. */
  void commit(String mimeType) throws IOException {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    if (blocks.isEmpty()) {
      xml.append("<BlockList/>");
    } else {
      xml.append("<BlockList>");
      for (String block : blocks) {
        xml.append("<Latest>").append(block).append("</Latest>");
      }
      xml.append("</BlockList>");
    }
    HttpRequest.Builder request =
        request("comp=blocklist")
            .header("Content-Type", "application/xml")
            .header("x-ms-blob-content-type", mimeType)
            .PUT(BodyPublishers.ofString(xml.toString()));
    put("the list of blocks", request.build(), xml.length());
  }

  private HttpRequest.Builder request(String parameters) {
    return HttpRequest.newBuilder(target.with(parameters))
        .header("Accept", "application/xml")
        .header("User-Agent", "gate/" + Version.text())
        .header("x-ms-version", VERSION)
        .header("x-ms-client-request-id", settings.ids().get().toString());
  }

  private void put(String what, HttpRequest request, long bytes) throws IOException {
    for (int tries = 1; ; tries++) {
      Reply reply = exchange.send(request, deadline.atMost(settings.timeFor(bytes)));
      String why;
      switch (reply) {
        case Reply.Answer answer when answer.good() -> {
          return;
        }
        case Reply.Answer answer when answer.passing() ->
            why = "the storage answered " + said(answer);
        case Reply.Answer answer -> throw refused(what, answer);
        case Reply.Lost lost -> why = lost.why();
      }
      if (tries == TRIES) {
        throw new UploadFailure(
            "The upload of " + what + " failed " + TRIES + " times, at last as " + why + ".");
      }
      backoff.beforeStorage("Upload of " + what, why, tries, reply);
    }
  }

  private static UploadFailure refused(String what, Reply.Answer answer) {
    String hint =
        answer.status() == 403 ? ": the address that it signed is not valid, or no longer" : "";
    return new UploadFailure("The storage refused " + what + " with " + said(answer) + hint + ".");
  }

  /** The status and the storage's name for the error, which is one word in XML. */
  private static String said(Reply.Answer answer) {
    String body = answer.body();
    int start = body.indexOf("<Code>");
    int end = start < 0 ? -1 : body.indexOf("</Code>", start);
    if (end < 0) {
      return Integer.toString(answer.status());
    }
    return answer.status() + " (" + UploadFailure.quote(body.substring(start + 6, end)) + ")";
  }
}
