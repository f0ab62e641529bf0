package dev.tinyland.gate.lint.rule;

/** Reads as much of a cron line as tells at which hours of a day it runs. */
final class Cron {
  private static final int HOURS = 24;

  private Cron() {}

  /**
   * The hours at which a line runs on every day, as a bit each; none where it leaves days out or
   * cannot be read.
   */
  static int hours(String line) {
    String[] fields = line.strip().split("\\s+");
    if (fields.length != 5 || !everyDay(fields) || fields[0].isEmpty()) {
      return 0;
    }
    int hours = 0;
    for (String part : fields[1].split(",", -1)) {
      int read = part(part);
      if (read == 0) {
        return 0;
      }
      hours |= read;
    }
    return hours;
  }

  /** Whether lines together run at every hour. */
  static boolean isHourly(Iterable<String> lines) {
    int hours = 0;
    for (String line : lines) {
      hours |= hours(line);
    }
    return hours == (1 << HOURS) - 1;
  }

  private static boolean everyDay(String[] fields) {
    for (int i = 2; i < fields.length; i++) {
      String field = fields[i];
      boolean all =
          field.equals("*")
              || field.equals("*/1")
              || (i == 4 && (field.equals("0-6") || field.equals("1-7")));
      if (!all) {
        return false;
      }
    }
    return true;
  }

  /** {@code *}, {@code 5}, {@code 8-20}, each also with {@code /step}. */
  private static int part(String part) {
    int slash = part.indexOf('/');
    String range = slash < 0 ? part : part.substring(0, slash);
    int step = slash < 0 ? 1 : number(part.substring(slash + 1));
    int dash = range.indexOf('-');
    int from;
    int to;
    if (range.equals("*")) {
      from = 0;
      to = HOURS - 1;
    } else if (dash >= 0) {
      from = number(range.substring(0, dash));
      to = number(range.substring(dash + 1));
    } else {
      from = number(range);
      to = slash < 0 ? from : HOURS - 1;
    }
    if (step < 1 || from < 0 || to >= HOURS) {
      return 0;
    }
    int hours = 0;
    for (int hour = from; hour <= to; hour += step) {
      hours |= 1 << hour;
    }
    return hours;
  }

  /** A small number, or -1. */
  private static int number(String text) {
    if (text.isEmpty() || text.length() > 2) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + (c - '0');
    }
    return number;
  }
}
