package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Fault;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Narinfo;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at one path: its narinfo file, the signatures, the body. Used by several threads. */
final class PathCheck {
  private static final int LONGEST = 300;

  private final NarOptions options;
  private final CacheUrl cache;
  private final CacheClient client;
  private final NarProgress progress;
  private final NarClock clock;
  private @Nullable Attempt cacheInfo;

  PathCheck(
      NarOptions options,
      CacheUrl cache,
      CacheClient client,
      NarProgress progress,
      NarClock clock) {
    this.options = options;
    this.cache = cache;
    this.client = client;
    this.progress = progress;
    this.clock = clock;
  }

  NarEvidence check(String hash) throws InterruptedIOException {
    CacheClient.Text text = client.text("get-narinfo", cache.narInfo(hash));
    byte[] bytes = text.bytes();
    if (bytes == null) {
      Attempt confirmation = text.answer().outcome() == Outcome.NOT_FOUND ? cacheInfo() : null;
      return evidence(hash, text, confirmation, null, null, List.of(), null);
    }
    if (ErrorCode.isMessage(Arrays.copyOf(bytes, Math.min(bytes.length, 64)))) {
      CacheClient.Text unfit = text.unfit(Outcome.NOT_OF_THIS_KIND, "a page or a message");
      return evidence(hash, unfit, null, null, null, List.of(), null);
    }
    NarInfo info;
    try {
      info = NarInfoParser.parse(bytes, hash);
    } catch (NarInfoException e) {
      Fault fault = new Fault(String.valueOf(e.getMessage()), e.line(), e.column());
      return evidence(hash, text, null, fault, null, List.of(), null);
    }
    NarEvidence.Body body =
        new BodyCheck(client, progress, clock, info).run(cache.body(info.url()));
    return evidence(hash, text, null, null, info, CacheKey.check(info, options.keys()), body);
  }

  private NarEvidence evidence(
      String hash,
      CacheClient.Text text,
      @Nullable Attempt confirmation,
      @Nullable Fault fault,
      @Nullable NarInfo info,
      List<NarEvidence.Signature> signatures,
      NarEvidence.@Nullable Body body) {
    return new NarEvidence(
        cache.toString(),
        hash,
        options.hashes().contains(hash),
        options.closure(),
        text.hops(),
        confirmation,
        fault,
        info == null ? null : shown(info),
        options.keys().stream().map(CacheKey::name).map(Visible::line).toList(),
        signatures,
        body);
  }

  /** Asked once in a run: whether there is a cache at this address. */
  private synchronized Attempt cacheInfo() throws InterruptedIOException {
    if (cacheInfo == null) {
      CacheClient.Text text = client.text("get-cache-info", cache.info());
      byte[] bytes = text.bytes();
      boolean isCache = bytes != null && ("\n" + new String(bytes, UTF_8)).contains("\nStoreDir:");
      cacheInfo =
          bytes == null || isCache
              ? text.answer()
              : text.unfit(Outcome.NOT_OF_THIS_KIND, "it names no store").answer();
    }
    return cacheInfo;
  }

  private static Narinfo shown(NarInfo info) {
    NixHash fileHash = info.fileHash();
    int query = info.url().indexOf('?');
    return new Narinfo(
        info.storePath().toString(),
        text(query < 0 ? info.url() : info.url().substring(0, query)),
        text(info.compression()),
        fileHash == null ? null : fileHash.toString(),
        info.fileSize(),
        info.narHash().toString(),
        info.narSize(),
        info.references().stream().map(StorePath::base).toList(),
        info.deriver() == null ? null : text(info.deriver()),
        info.contentAddress() == null ? null : text(info.contentAddress()),
        info.other().stream().map(field -> text(field.key())).toList());
  }

  private static String text(String foreign) {
    return Visible.line(foreign.length() > LONGEST ? foreign.substring(0, LONGEST) + "…" : foreign);
  }
}
