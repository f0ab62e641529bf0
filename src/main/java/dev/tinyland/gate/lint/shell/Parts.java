package dev.tinyland.gate.lint.shell;

/** Small questions about words and their parts. */
final class Parts {
  private Parts() {}

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9');
  }

  static boolean isName(String text) {
    if (text.isEmpty() || !isNameStart(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (!isNamePart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The same part as if it stood in quotes. */
  static WordPart quoted(WordPart part) {
    return requoted(part, true);
  }

  /** The same part in or out of quotes. */
  static WordPart requoted(WordPart part, boolean quoted) {
    if (part.quoted() == quoted) {
      return part;
    }
    return switch (part) {
      case WordPart.Literal p -> new WordPart.Literal(p.text(), quoted, p.start(), p.end());
      case WordPart.Variable p ->
          new WordPart.Variable(
              p.name(), p.index(), p.operator(), p.operand(), quoted, p.start(), p.end());
      case WordPart.CommandSubstitution p ->
          new WordPart.CommandSubstitution(p.body(), quoted, p.start(), p.end());
      case WordPart.ProcessSubstitution p -> p;
      case WordPart.Arithmetic p -> new WordPart.Arithmetic(p.parts(), quoted, p.start(), p.end());
      case WordPart.Expression p -> new WordPart.Expression(p.text(), quoted, p.start(), p.end());
      case WordPart.Unknown p -> new WordPart.Unknown(p.display(), quoted, p.start(), p.end());
    };
  }

  /** The part after the last slash of a path. */
  static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
