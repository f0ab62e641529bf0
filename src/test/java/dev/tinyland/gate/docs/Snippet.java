package dev.tinyland.gate.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param line of its opening fence, from 1
 * @param info the first word after the fence
 */
record Snippet(Path page, int line, String info, String text) {
  /** All blocks of a page, in order. */
  static List<Snippet> of(Path page) {
    List<Snippet> snippets = new ArrayList<>();
    List<String> lines = Pages.read(page).lines().toList();
    String fence = "";
    int start = 0;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (fence.isEmpty() && line.startsWith("```")) {
        fence = line.substring(0, line.length() - line.replaceFirst("^`+", "").length());
        start = i;
        text.setLength(0);
      } else if (!fence.isEmpty() && line.equals(fence)) {
        String info = lines.get(start).substring(fence.length()).strip().replaceFirst(" .*", "");
        snippets.add(new Snippet(page, start + 1, info, text.toString()));
        fence = "";
      } else if (!fence.isEmpty()) {
        text.append(line).append('\n');
      }
    }
    return snippets;
  }

  @Override
  public String toString() {
    return page + ":" + line;
  }
}
