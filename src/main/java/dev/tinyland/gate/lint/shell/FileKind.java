package dev.tinyland.gate.lint.shell;

import org.jspecify.annotations.Nullable;

/** The files through which a step hands something on. */
public enum FileKind {
  ENVIRONMENT("GITHUB_ENV", "github.env"),
  OUTPUT("GITHUB_OUTPUT", "github.output"),
  PATH("GITHUB_PATH", "github.path");

  private final String variable;
  private final String expression;

  FileKind(String variable, String expression) {
    this.variable = variable;
    this.expression = expression;
  }

  /** The environment variable that names the file. */
  public String variable() {
    return variable;
  }

  /** The file that a resolved word names, or {@code null}. */
  static @Nullable FileKind of(Word word) {
    if (word.parts().size() != 1) {
      return null;
    }
    return of(word.parts().get(0));
  }

  static @Nullable FileKind of(WordPart part) {
    for (FileKind kind : values()) {
      boolean named =
          switch (part) {
            case WordPart.Variable variable -> variable.name().equals(kind.variable);
            case WordPart.Expression expression ->
                expression.text().strip().equalsIgnoreCase(kind.expression);
            default -> false;
          };
      if (named) {
        return kind;
      }
    }
    return null;
  }
}
