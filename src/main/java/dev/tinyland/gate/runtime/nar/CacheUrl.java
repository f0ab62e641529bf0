package dev.tinyland.gate.runtime.nar;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The address of a cache, and how what it names is found from there. */
final class CacheUrl {
  private final URI base;

  private CacheUrl(URI base) {
    this.base = base;
  }

  /**
   * @throws IllegalArgumentException with what is wrong; the text itself is not quoted, since it
   *     may hold a password
   */
  static CacheUrl parse(String text) {
    URI uri;
    try {
      uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the address of the cache is no URL", e);
    }
    if (!isHttp(uri)) {
      throw new IllegalArgumentException(
          "the address of the cache has to start with https:// or http:// and a host");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address of the cache holds a user or password; give a token instead");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("the address of the cache has a query or a fragment");
    }
    return new CacheUrl(uri);
  }

  URI narInfo(String hash) {
    return URI.create(base + "/" + hash + ".narinfo");
  }

  URI info() {
    return URI.create(base + "/nix-cache-info");
  }

  /** The address of a body; {@code url} has no {@link #fault}. */
  URI body(String url) {
    return URI.create(isAbsolute(url) ? url : base + "/" + url);
  }

  String origin() {
    return origin(base);
  }

  @Override
  public String toString() {
    return base.toString();
  }

  /** Scheme, host and port, so that two are equal if a browser would say so. */
  static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int port = uri.getPort();
    boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }

  static boolean isHttp(URI uri) {
    String scheme = uri.getScheme();
    return uri.getHost() != null
        && scheme != null
        && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"));
  }

  /** What is wrong with the URL of a narinfo file; null where nothing is. */
  static @Nullable String fault(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return "not a URL";
    }
    if (uri.getRawFragment() != null) {
      return "a URL with a fragment";
    }
    if (uri.isAbsolute()) {
      if (!isHttp(uri)) {
        return "a URL of another scheme than https and http";
      }
      return uri.getRawUserInfo() == null ? null : "a URL with a user or password";
    }
    if (url.startsWith("/")) {
      return "a URL that leaves the folder of the cache";
    }
    String path = String.valueOf(uri.getRawPath());
    if (path.isEmpty()) {
      return "a URL without a path";
    }
    for (String part : path.split("/", -1)) {
      String plain = part.toLowerCase(Locale.ROOT).replace("%2e", ".");
      if (plain.equals("..")
          || plain.equals(".")
          || plain.contains("%2f")
          || plain.contains("%5c")) {
        return "a URL that leaves the folder of the cache";
      }
    }
    return null;
  }

  private static boolean isAbsolute(String url) {
    return URI.create(url).isAbsolute();
  }
}
