package dev.tinyland.gate.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.runner.RunnerLog;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Locale;

/** The address that takes an artifact's bytes. Its query is a secret: whoever has it can write. */
final class SignedUrl {
  private final String address;

  private SignedUrl(String address) {
    this.address = address;
  }

  /** Takes an address from the service. */
  static SignedUrl of(String address) throws UploadFailure {
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
        return new SignedUrl(uri.getRawFragment() == null ? address : before(address, '#'));
      }
    } catch (URISyntaxException e) {
      // The exception's text holds the address, so that nothing of it is passed on.
    }
    throw new UploadFailure("The artifact service gave no address to upload to.");
  }

  /** The address with more parameters behind its own. */
  URI with(String parameters) {
    return URI.create(address + (address.indexOf('?') < 0 ? "?" : "&") + parameters);
  }

  /** Has the runner hide the signature, as it stands in the address and decoded. */
  void mask(RunnerLog log) {
    for (String parameter : address.substring(address.indexOf('?') + 1).split("&", -1)) {
      if (!parameter.regionMatches(true, 0, "sig=", 0, 4)) {
        continue;
      }
      String raw = parameter.substring(4);
      String decoded = URLDecoder.decode(raw, UTF_8);
      // What encodeURIComponent makes of it, which is how most programs print it.
      String encoded = URLEncoder.encode(decoded, UTF_8).replace("+", "%20");
      log.mask(decoded);
      if (!encoded.equals(decoded)) {
        log.mask(encoded);
      }
      if (!raw.equals(decoded) && !raw.equals(encoded)) {
        log.mask(raw);
      }
    }
  }

  private static String before(String text, char c) {
    return text.substring(0, text.indexOf(c));
  }

  /** Without the query. */
  @Override
  public String toString() {
    return address.indexOf('?') < 0 ? address : before(address, '?');
  }
}
