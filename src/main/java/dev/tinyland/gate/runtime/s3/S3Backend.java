package dev.tinyland.gate.runtime.s3;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A backend of OpenTofu: how to ask, and which object.
 *
 * @param bucket of the state; null where nothing says so
 * @param key of the state; null where nothing says so
 */
public record S3Backend(S3Settings settings, @Nullable String bucket, @Nullable String key) {
  /** What the variables of an operator start with. */
  public static final String FAMILY = "TOFU_BACKEND_S3_";

  private static final String DEFAULT_REGION = "us-east-1";

  /**
   * Reads the variables {@code TOFU_BACKEND_S3_}{@code ENDPOINT}, {@code REGION}, {@code BUCKET},
   * {@code KEY}, {@code USE_PATH_STYLE}, {@code CA_BUNDLE}, {@code ACCESS_KEY_ID}, {@code
   * SECRET_ACCESS_KEY} and {@code SESSION_TOKEN}; the keys may instead be those of {@code AWS_*},
   * which OpenTofu reads as well.
   *
   * @throws S3SettingsException that names the variables that are missing
   */
  public static S3Backend of(Map<String, String> environment) {
    return of(environment, Fallback.NONE);
  }

  /** The same with what holds where neither says it. */
  public static S3Backend of(Map<String, String> environment, Fallback fallback) {
    return new Reader(environment, BackendFile.EMPTY, fallback).read();
  }

  /**
   * The same, with a file of {@code tofu init -backend-config} or a {@code backend "s3"} block. A
   * variable of the family comes before the file, as an operator's last word.
   *
   * @param name of the file, for messages
   * @throws S3SettingsException also for a file that is no such file, with the place
   */
  public static S3Backend of(String name, String text, Map<String, String> environment) {
    return of(name, text, environment, Fallback.NONE);
  }

  /** The same with what holds where neither says it. */
  public static S3Backend of(
      String name, String text, Map<String, String> environment, Fallback fallback) {
    return new Reader(environment, BackendFile.read(name, text), fallback).read();
  }

  /** What a configuration says; it comes after everything that is said of a backend. */
  public record Fallback(@Nullable String endpoint, @Nullable String region) {
    /** Nothing. */
    public static final Fallback NONE = new Fallback(null, null);
  }

  private record Reader(Map<String, String> environment, BackendFile file, Fallback otherwise) {
    S3Backend read() {
      S3Credentials credentials = credentials();
      String bundle = first("CA_BUNDLE", "AWS_CA_BUNDLE", "custom_ca_bundle");
      S3Settings settings =
          new S3Settings(
              endpoint(),
              region(),
              pathStyle(),
              credentials,
              bundle == null ? null : Path.of(bundle),
              S3Timeouts.standard());
      return new S3Backend(settings, first("BUCKET", "", "bucket"), first("KEY", "", "key"));
    }

    private URI endpoint() {
      String variable = variable(FAMILY + "ENDPOINT");
      if (variable != null) {
        return S3Settings.endpoint(variable, FAMILY + "ENDPOINT");
      }
      for (String key : List.of("endpoints.s3", "endpoint")) {
        BackendFile.Value value = file.values().get(key);
        if (value != null) {
          return S3Settings.endpoint(value.text(), file.place(value) + ": " + key);
        }
      }
      if (otherwise.endpoint() != null) {
        return S3Settings.endpoint(otherwise.endpoint(), "state.endpoint of the configuration");
      }
      String ofAws = variable("AWS_ENDPOINT_URL_S3");
      if (ofAws != null) {
        return S3Settings.endpoint(ofAws, "AWS_ENDPOINT_URL_S3");
      }
      throw new S3SettingsException(
          "there is no endpoint: set "
              + FAMILY
              + "ENDPOINT, endpoints = { s3 = \"…\" } in the backend file, or state.endpoint in the"
              + " configuration");
    }

    /** In the path unless something else is said: that is how RustFS is reached. */
    private boolean pathStyle() {
      String variable = variable(FAMILY + "USE_PATH_STYLE");
      if (variable != null) {
        return truth(variable, FAMILY + "USE_PATH_STYLE");
      }
      for (String key : List.of("use_path_style", "force_path_style")) {
        BackendFile.Value value = file.values().get(key);
        if (value != null) {
          return truth(value.text(), file.place(value) + ": " + key);
        }
      }
      return true;
    }

    private static boolean truth(String text, String origin) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new S3SettingsException(origin + " is neither true nor false");
      };
    }

    /** Both keys come from one place: halves of two places fit nowhere. */
    private S3Credentials credentials() {
      S3Credentials found =
          pair(
              FAMILY + "*",
              environment,
              FAMILY + "ACCESS_KEY_ID",
              FAMILY + "SECRET_ACCESS_KEY",
              FAMILY + "SESSION_TOKEN");
      if (found == null) {
        found = pair(file.name(), file.texts(), "access_key", "secret_key", "token");
      }
      if (found == null) {
        found =
            pair(
                "AWS_*",
                environment,
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN");
      }
      if (found == null) {
        throw new S3SettingsException(
            "there are no credentials: set "
                + FAMILY
                + "ACCESS_KEY_ID and "
                + FAMILY
                + "SECRET_ACCESS_KEY, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
                + " access_key and secret_key in the backend file; profiles, roles and instance"
                + " metadata are not asked");
      }
      return found;
    }

    private static @Nullable S3Credentials pair(
        String origin, Map<String, String> from, String access, String secret, String token) {
      String accessKey = from.getOrDefault(access, "");
      String secretKey = from.getOrDefault(secret, "");
      String sessionToken = from.getOrDefault(token, "");
      List<String> missing = new ArrayList<>();
      if (accessKey.isBlank()) {
        missing.add(access);
      }
      if (secretKey.isBlank()) {
        missing.add(secret);
      }
      if (missing.size() == 2) {
        return null;
      }
      if (!missing.isEmpty()) {
        throw new S3SettingsException(
            missing.getFirst() + " is missing, while the other half of the credentials is set");
      }
      return new S3Credentials(
          accessKey.strip(),
          secretKey.strip(),
          sessionToken.isBlank() ? null : sessionToken.strip(),
          origin);
    }

    private @Nullable String first(String ofFamily, String ofAws, String ofFile) {
      String variable = variable(FAMILY + ofFamily);
      if (variable != null) {
        return variable;
      }
      BackendFile.Value value = file.values().get(ofFile);
      return value == null ? variable(ofAws) : value.text();
    }

    private String region() {
      String said = first("REGION", "", "region");
      if (said == null) {
        said = otherwise.region();
      }
      for (String ofAws : List.of("AWS_REGION", "AWS_DEFAULT_REGION")) {
        said = said == null ? variable(ofAws) : said;
      }
      return said == null ? DEFAULT_REGION : said;
    }

    private @Nullable String variable(String name) {
      String value = environment.get(name);
      return value == null || value.isBlank() ? null : value.strip();
    }
  }
}
