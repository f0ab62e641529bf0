package dev.tinyland.gate.lint.shell;

import dev.tinyland.gate.lint.expression.Fences;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TreeSitterBash;

/** What tree-sitter's grammar of bash finds in a script, in the form of {@link CommandNames}. */
final class Oracle {
  private final TSParser parser = new TSParser();
  private byte[] bytes = new byte[0];
  private List<String> found = new ArrayList<>();

  Oracle() {
    if (!parser.setLanguage(new TreeSitterBash())) {
      throw new IllegalStateException("the grammar does not fit");
    }
  }

  /** The names, or {@code null} where the grammar finds an error. */
  @Nullable List<String> names(String script) {
    String masked = mask(script);
    bytes = masked.getBytes(StandardCharsets.UTF_8);
    TSNode root = parser.parseString(null, masked).getRootNode();
    if (root.hasError()) {
      return null;
    }
    found = new ArrayList<>();
    visit(root);
    Collections.sort(found);
    return found;
  }

  /** Each fence as underscores, since the grammar does not know them. */
  private static String mask(String script) {
    StringBuilder masked = new StringBuilder(script);
    for (Fences.Fence fence : Fences.in(script)) {
      for (int i = fence.start(); i < fence.end(); i++) {
        if (masked.charAt(i) != '\n') {
          masked.setCharAt(i, '_');
        }
      }
    }
    return masked.toString();
  }

  private void visit(TSNode node) {
    switch (node.getType()) {
      case "command" -> {
        TSNode name = node.getChildByFieldName("name");
        if (!name.isNull()) {
          add(name, text(name));
        }
      }
      case "declaration_command", "unset_command" -> add(node, source(node.getChild(0)));
      case "test_command" -> {
        if (source(node.getChild(0)).equals("[")) {
          add(node, "[");
        }
      }
      default -> {}
    }
    for (int i = 0; i < node.getNamedChildCount(); i++) {
      visit(node.getNamedChild(i));
    }
  }

  private void add(TSNode at, String name) {
    found.add((at.getStartPoint().getRow() + 1) + ":" + name);
  }

  private String source(TSNode node) {
    return new String(
        bytes,
        node.getStartByte(),
        node.getEndByte() - node.getStartByte(),
        StandardCharsets.UTF_8);
  }

  /** The fixed text of a command's name, or a question mark. */
  private String text(TSNode node) {
    return switch (node.getType()) {
      case "command_name" -> text(node.getChild(0));
      case "word", "number" -> unescaped(source(node));
      case "raw_string" -> source(node).substring(1, source(node).length() - 1);
      case "ansi_c_string" ->
          Escapes.decodeAll(source(node).substring(2, source(node).length() - 1));
      case "string" ->
          node.getNamedChildCount() == 0
                  || (node.getNamedChildCount() == 1
                      && node.getNamedChild(0).getType().equals("string_content"))
              ? source(node).substring(1, source(node).length() - 1)
              : "?";
      case "concatenation" -> {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < node.getNamedChildCount(); i++) {
          joined.append(text(node.getNamedChild(i)));
        }
        yield joined.indexOf("?") >= 0 ? "?" : joined.toString();
      }
      default -> "?";
    };
  }

  private static String unescaped(String word) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\\' && i + 1 < word.length()) {
        i++;
        if (word.charAt(i) != '\n') {
          out.append(word.charAt(i));
        }
      } else {
        out.append(c);
      }
    }
    String name = out.toString();
    return name.contains("__") && name.matches("_+") ? "?" : name;
  }
}
