package dev.tinyland.gate.runtime.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where to ask, as whom, and for how long. Nothing of it is ever found out from profiles or from
 * the metadata of the machine.
 *
 * @param endpoint scheme, host and port; without a user, a path or a query
 * @param pathStyle whether the bucket stands in the path, and not in the name of the host
 * @param caBundle PEM, the only certificates that are then trusted; null for those of the JDK
 */
public record S3Settings(
    URI endpoint,
    String region,
    boolean pathStyle,
    S3Credentials credentials,
    @Nullable Path caBundle,
    S3Timeouts timeouts) {
  public S3Settings {
    if (region.isBlank()) {
      throw new S3SettingsException("the region is empty");
    }
  }

  public S3Settings withTimeouts(S3Timeouts other) {
    return new S3Settings(endpoint, region, pathStyle, credentials, caBundle, other);
  }

  /**
   * Reads an endpoint.
   *
   * @param origin what to name in an error, for example a variable
   * @throws S3SettingsException where it is no address of a server; the text is not quoted, since
   *     it may hold a password
   */
  static URI endpoint(String text, String origin) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new S3SettingsException(origin + " is no URL");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new S3SettingsException(origin + " does not start with http:// or https://");
    }
    if (uri.getRawUserInfo() != null) {
      throw new S3SettingsException(origin + " holds a user or a password");
    }
    if (uri.getHost() == null) {
      throw new S3SettingsException(origin + " names no host");
    }
    String path = uri.getRawPath();
    boolean plain = path.isEmpty() || path.equals("/");
    if (!plain || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new S3SettingsException(origin + " has more than a scheme, a host and a port");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return URI.create(scheme + "://" + uri.getHost() + port);
  }
}
