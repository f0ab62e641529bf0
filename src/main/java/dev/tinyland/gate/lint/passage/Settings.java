package dev.tinyland.gate.lint.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a passage sets: {@code NAME=value}, {@code name: value}, {@code --name value}, {@code
 * name = "value"}.
 */
public final class Settings {
  private static final String BLANK = " \t";

  private Settings() {}

  /**
   * Something that is set.
   *
   * @param name in lower case, with {@code _} for {@code -}
   * @param value as written, without its quotes
   * @param from where the value begins in the passage
   */
  public record Setting(String name, String value, int from, int to) {}

  /** Everything that is set under a name that holds the part, in order; remarks left out. */
  public static List<Setting> of(Passage passage, String part) {
    List<Setting> settings = new ArrayList<>();
    String key = passage.key();
    if (key != null && canonical(key).contains(part)) {
      String value = passage.text();
      settings.add(new Setting(canonical(key), value.strip(), 0, value.length()));
      return settings;
    }
    if (!couldHold(passage.text(), part)) {
      return settings;
    }
    String text = canonical(passage.text());
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      Setting setting = passage.inComment(at) ? null : setting(passage.text(), text, part, at);
      if (setting != null) {
        settings.add(setting);
      }
    }
    return settings;
  }

  private static boolean couldHold(String text, String part) {
    return text.contains(part)
        || text.contains(part.toUpperCase(Locale.ROOT))
        || text.contains(part.replace('_', '-'));
  }

  private static String canonical(String name) {
    return Letters.lower(name).replace('-', '_');
  }

  private static @Nullable Setting setting(String text, String lower, String part, int at) {
    int start = at;
    while (start > 0 && isName(lower.charAt(start - 1))) {
      start--;
    }
    // `${NAME:-other}` asks for a value and sets none.
    if (start > 1 && lower.startsWith("${", start - 2)) {
      return null;
    }
    int end = at + part.length();
    while (end < lower.length() && isName(lower.charAt(end))) {
      end++;
    }
    int sign = skip(text, end, BLANK + "\"'");
    char c = sign < text.length() ? text.charAt(sign) : '\n';
    boolean option = lower.startsWith("__", start);
    int from;
    if (c == '=' || c == ':') {
      from = skip(text, sign + 1, BLANK + "=\"'");
    } else if (option && sign > end) {
      from = sign;
    } else {
      return null;
    }
    int to = valueEnd(text, from);
    String name = lower.substring(option ? start + 2 : start, end);
    return to == from ? null : new Setting(name, text.substring(from, to), from, to);
  }

  private static int skip(String text, int from, String characters) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int valueEnd(String text, int from) {
    if (text.startsWith("${{", from)) {
      int close = text.indexOf("}}", from);
      return close < 0 ? text.length() : close + 2;
    }
    int at = from;
    while (at < text.length() && " \t\r\n\"'`,;".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }
}
