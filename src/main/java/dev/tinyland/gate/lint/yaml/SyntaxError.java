package dev.tinyland.gate.lint.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Where the parser gave up, in plain words.
 *
 * @param offset UTF-16 offset into the text
 * @param contextOffset where the construct that failed began, or -1
 */
record SyntaxError(int offset, int contextOffset, String message) {
  private static final String INTRODUCTION = "not valid YAML: ";

  static SyntaxError of(RuntimeException exception, Offsets offsets, int lastOffset) {
    if (exception instanceof MarkedYamlEngineException marked) {
      int offset = offsets.of(marked.getProblemMark(), lastOffset);
      int context = offsets.of(marked.getContextMark(), -1);
      return new SyntaxError(offset, context, INTRODUCTION + plainWords(marked, offsets));
    }
    if (exception instanceof YamlVersionException) {
      return new SyntaxError(lastOffset, -1, INTRODUCTION + "the %YAML version is not supported");
    }
    return new SyntaxError(lastOffset, -1, INTRODUCTION + "cannot be read after this place");
  }

  private static String plainWords(MarkedYamlEngineException exception, Offsets offsets) {
    String problem = orEmpty(exception.getProblem());
    String context = orEmpty(exception.getContext());
    if (problem.contains("(TAB)")) {
      return "a tab cannot indent a line or start a value; use spaces";
    }
    if (problem.startsWith("expected <block end>")) {
      return "the line does not continue what is above it; check the indentation";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a ':' cannot stand here; check the indentation, or quote the text";
    }
    if (problem.startsWith("could not find expected ':'")) {
      return "a ':' is missing after the key" + startedAt(exception, offsets);
    }
    if (problem.startsWith("found unexpected end of stream")) {
      return "the quoted text is never closed" + startedAt(exception, offsets);
    }
    if (problem.startsWith("expected ',' or ']'")) {
      return "a ',' or ']' is missing" + startedAt(exception, offsets);
    }
    if (problem.startsWith("expected ',' or '}'")) {
      return "a ',' or '}' is missing" + startedAt(exception, offsets);
    }
    if (problem.startsWith("expected the node content")) {
      return "a value is missing, " + found(problem);
    }
    if (problem.startsWith("expected '<document start>'")) {
      return "the document is already complete, " + found(problem);
    }
    return Words.brief(context.isEmpty() ? problem : context + ", " + problem);
  }

  private static String found(String problem) {
    int but = problem.indexOf("but ");
    return but < 0 ? "and something else follows" : Words.brief(problem.substring(but));
  }

  private static String startedAt(MarkedYamlEngineException exception, Offsets offsets) {
    int offset = offsets.of(exception.getContextMark(), -1);
    return offset < 0 ? "" : "; it starts on line " + offsets.line(offset);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
