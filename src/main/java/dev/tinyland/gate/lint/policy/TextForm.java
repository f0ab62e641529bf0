package dev.tinyland.gate.lint.policy;

import java.util.regex.Pattern;

/**
 * What a text of the configuration has to look like. The published schema holds the same
 * expressions, so they keep to what Java and ECMAScript read alike.
 */
public enum TextForm {
  BRANCH("^(?!refs/)[^\\s~^:?*\\[\\\\]+$", "the short name of a branch, such as main"),
  LABEL("^[^\\s,]+$", "one runner label"),
  OWNER("^[A-Za-z0-9](-?[A-Za-z0-9])*$", "the name of a user or organization"),
  TOKEN("^[!-~]+$", "one word"),
  USES(
      "^(?=[^/]*/)[A-Za-z0-9._/*-]*[A-Za-z0-9._-]{3}[A-Za-z0-9._/*-]*$",
      "owner/name[/path] without its @ref, in which * is any text"),
  INPUT("^[A-Za-z_][A-Za-z0-9_-]*$", "the name of an input"),
  WRITER(
      "^[A-Za-z0-9](-?[A-Za-z0-9])*/[A-Za-z0-9._-]+(/[A-Za-z0-9._/-]+)?@[0-9a-fA-F]{40}$",
      "owner/name[/path]@sha with the full sha of a commit, 40 hexadecimal digits"),
  GLOB("^(?![/ ]).*[^ ]$", "a pattern on paths below the root, such as docs/**"),
  HOST(
      "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]+)?$",
      "a host or a namespace, without https:// and without a path"),
  URL("^https?://[^\\s/?#@]+(/[^\\s?#]*)?$", "a URL that starts with http:// or https://"),
  ORIGIN(
      "^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/?$",
      "http:// or https://, a host and perhaps a port, without a path"),
  BUCKET("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "the name of a bucket"),
  OBJECT_KEY("^[^/\\s][^\\s]*[^/\\s]$", "the key of an object, such as attic/terraform.tfstate"),
  NAME(
      "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$",
      "a name of lower-case letters, digits, dots and hyphens"),
  SELECTOR("^[A-Za-z0-9_./=!,() -]+$", "a selector of labels, such as app=rustfs"),
  FOLDER("^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$", "an absolute path without .., such as /data");

  private final String regex;
  private final String inWords;

  TextForm(String regex, String inWords) {
    this.regex = regex;
    this.inWords = inWords;
  }

  /** For the schema: the whole text matches. */
  public String regex() {
    return regex;
  }

  public String inWords() {
    return inWords;
  }

  boolean matches(String text) {
    return Pattern.matches(regex, text);
  }
}
