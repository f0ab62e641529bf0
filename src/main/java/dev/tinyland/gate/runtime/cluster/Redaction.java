package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.render.Visible;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of foreign text, line by line: what stands behind a telling name, what has the
 * form of a credential, and what is known to be one. It rather takes too much than too little: a
 * value without quotes goes up to the next name, a long mix of letters and digits goes altogether.
 * Digests, UUIDs and the names of objects stay.
 */
final class Redaction {
  /** Stands where something was. */
  static final String MARK = "[redacted]";

  /** Shorter ones would take words out of the text that are no secrets. */
  private static final int SHORTEST_KNOWN = 6;

  /** Colours and titles of a terminal, which loggers put between a name and its value. */
  private static final Pattern TERMINAL =
      Pattern.compile(
          "\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[@-Z\\\\^_])");

  private static final String PEM_BEGIN = "-----BEGIN ";
  private static final String PEM_END = "-----END ";
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN [A-Z0-9 ]*-----.*?(?:-----END [A-Z0-9 ]*-----|$)");

  /** To the end of the line: a header is the last thing in it, or is followed by its like. */
  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)((?:proxy-)?authorization|(?:set-)?cookie)(\\\\*[\"']?\\s*(?:=>|[:=,])\\s*).*");

  private static final Pattern SCHEME =
      Pattern.compile(
          "(?i)\\b(bearer|basic|negotiate|aws4-hmac-sha256|aws4-ecdsa-p256-sha256)"
              + "(\\s+|\\\\*[\"':=\\s]+)(?!auth)\\S+.*");

  private static final Pattern USER_OF_ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30}://)[^\\s\"'<>]*@");
  private static final Pattern QUERY_OF_ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s\"'<>?#]*)[?#][^\\s\"'<>]*");
  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>?=]{1,200}=[^\\s\"'<>]*");

  private static final String TELLING =
      "secret|passw(?:or)?d|passwd|passphrase|pwd|token|access[ _-]?key|api[ _-]?key"
          + "|private[ _-]?key|signing[ _-]?key|encryption[ _-]?key|client[ _-]?key|credential"
          + "|signature|session[ _-]?id|\\bauth\\b|_auth\\b";

  /** A telling name, what parts it from its value, and the value in quotes or up to a new name. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:"
              + TELLING
              + ")[\\w.-]{0,64})(\\\\*[\"'`]?\\s{0,8}(?::=|=>|[:=])\\s{0,8}(?:Some\\()?)"
              + "(?:(\\\\*[\"'`]).*?(?:(?<!\\\\)\\3|$)"
              + "|.+?(?=\\s[\\w.-]{1,64}\\\\*[\"']?(?:=|:\\s)"
              + "|[,;&]\\s?\\\\*[\"']?[\\w.-]{1,64}\\\\*[\"']?\\s?[:=]|$))");

  /** A telling word and the next one, without a sign between them. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?i)\\b((?:access|secret|api|private|signing|encryption)[ _-]?key(?:[ _-]?id)?"
              + "|password|passphrase|token)(\\s+(?:is\\s+|was\\s+)?[\"'`(]?)([^\\s\"'`),;]+)");

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("\\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}"),
          Pattern.compile("eyJ[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*){0,4}"),
          Pattern.compile(
              "\\b(?:gh[pousr]|github_pat|glpat|glrt|xox[a-z]|sk|pk|hv[sbr])[-_.][\\w.-]{8,}"),
          Pattern.compile("\\b(?!sha(?:256|512):)[\\w.-]{1,64}:[A-Za-z0-9+/]{43,}={0,2}"));

  private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9+/_-]{32,}={0,2}");

  private final List<String> known;

  /** With the secrets that this run has been given, which are taken out wherever they stand. */
  Redaction(Collection<String> secrets) {
    Set<String> all =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (String secret : secrets) {
      String stripped = secret.strip();
      if (stripped.length() >= SHORTEST_KNOWN) {
        all.add(stripped);
        all.add(URLEncoder.encode(stripped, StandardCharsets.UTF_8));
      }
    }
    this.known = List.copyOf(all);
  }

  /**
   * One line, visible, without secrets.
   *
   * @param longest in code units; what is longer ends in an ellipsis
   */
  String line(String text, int longest) {
    return bounded(Visible.line(clean(text)), longest);
  }

  /**
   * The lines of a text, each as of {@link #line}; also what stands between the lines that begin
   * and end a PEM block. Empty lines are left out.
   */
  List<String> lines(String text, int longest) {
    List<String> lines = new ArrayList<>();
    boolean inBlock = false;
    for (String raw : text.lines().toList()) {
      boolean ends = raw.contains(PEM_END);
      if (inBlock) {
        inBlock = !ends;
        continue;
      }
      if (raw.isBlank()) {
        continue;
      }
      inBlock = raw.contains(PEM_BEGIN) && raw.lastIndexOf(PEM_END) < raw.lastIndexOf(PEM_BEGIN);
      lines.add(line(raw, longest));
    }
    return List.copyOf(lines);
  }

  private String clean(String text) {
    String plain = withoutHidden(TERMINAL.matcher(text).replaceAll(""));
    for (String secret : known) {
      plain = plain.replace(secret, MARK);
    }
    plain = PEM.matcher(plain).replaceAll(literal(MARK));
    plain = HEADER.matcher(plain).replaceAll("$1$2" + literal(MARK));
    plain = SCHEME.matcher(plain).replaceAll("$1 " + literal(MARK));
    plain = USER_OF_ADDRESS.matcher(plain).replaceAll("$1" + literal(MARK) + "@");
    plain = QUERY_OF_ADDRESS.matcher(plain).replaceAll("$1?" + literal(MARK));
    plain = QUERY.matcher(plain).replaceAll("?" + literal(MARK));
    plain = NAMED.matcher(plain).replaceAll("$1$2" + literal(MARK));
    plain = SPOKEN.matcher(plain).replaceAll(Redaction::spoken);
    for (Pattern form : FORMS) {
      plain = form.matcher(plain).replaceAll(literal(MARK));
    }
    return LONG_RUN
        .matcher(plain)
        .replaceAll(run -> literal(isMix(run.group()) ? MARK : run.group()));
  }

  /**
   * After `key` always; after a word that is common in sentences only what does not look like one.
   */
  private static String spoken(MatchResult match) {
    boolean always = match.group(1).toLowerCase(Locale.ROOT).contains("key");
    String word = match.group(3);
    boolean odd = word.length() >= 16 || word.chars().anyMatch(Character::isDigit);
    return literal(match.group(1) + match.group(2) + (always || odd ? MARK : word));
  }

  private static boolean isMix(String run) {
    boolean upper = false;
    boolean lower = false;
    boolean digit = false;
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
      digit |= c >= '0' && c <= '9';
    }
    return upper && lower && digit;
  }

  /** A secret must not pass because something that nobody sees stands in the middle of it. */
  private static String withoutHidden(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          int type = Character.getType(c);
          if (c == '\t') {
            out.append(' ');
          } else if (type != Character.CONTROL && type != Character.FORMAT) {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  private static String bounded(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  private static String literal(String text) {
    return Matcher.quoteReplacement(text);
  }
}
