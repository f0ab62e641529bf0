package dev.tinyland.gate.lint.docs;

import dev.tinyland.gate.lint.markdown.Around;
import dev.tinyland.gate.lint.markdown.Page;
import dev.tinyland.gate.lint.workflow.PathGlobs;
import java.util.List;

/** Which blocks only tell what once was: by the policy, or by a mark in the page. */
final class Historical {
  private static final String KEY = "gate:";
  private static final String MARK = "historical";

  private Historical() {}

  /** Whether the page as a whole is. */
  static boolean isPage(Page page, List<String> globs) {
    if (PathGlobs.matchAny(globs, page.file().path())) {
      return true;
    }
    for (String line : page.frontMatter()) {
      if (isMark(line)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a comment in front of a block says so. */
  static boolean isMarked(Around around) {
    for (String comment : around.comments()) {
      if (isMark(comment)) {
        return true;
      }
    }
    return false;
  }

  /** {@code gate: historical}, also with quotes or a reason behind it. */
  private static boolean isMark(String line) {
    String text = line.strip();
    if (!text.startsWith(KEY)) {
      return false;
    }
    String value = text.substring(KEY.length()).strip().replace("\"", "").replace("'", "");
    return value.startsWith(MARK)
        && (value.length() == MARK.length() || !Character.isLetter(value.charAt(MARK.length())));
  }
}
