package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Kind;
import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Style;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** The style and the type of a scalar, by its tag or else by its text. */
final class Typing {
  private static final String TAG_PREFIX = "tag:yaml.org,2002:";

  private Typing() {}

  static Style styleOf(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
      case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
    };
  }

  /** The type of a scalar; a tag GitHub would refuse is reported and leaves a string. */
  static Kind kindOf(ScalarEvent event, Style style, int start, int end, Reports reports) {
    String value = event.getValue();
    Kind kind = Kind.STRING;
    if (event.getTag().isPresent()) {
      kind = taggedKind(event.getTag().get(), style, value, start, end, reports);
    } else if (style == Style.PLAIN) {
      kind = ScalarKinds.ofPlain(value);
    }
    if (!ScalarKinds.inRange(kind, value)) {
      reports.add(start, end, "the number " + Words.brief(value) + " is too large for GitHub");
    }
    return kind;
  }

  private static Kind taggedKind(
      String tag, Style style, String value, int start, int end, Reports reports) {
    Kind kind =
        switch (tag) {
          case TAG_PREFIX + "str" -> Kind.STRING;
          case TAG_PREFIX + "bool" -> Kind.BOOL;
          case TAG_PREFIX + "int" -> Kind.INT;
          case TAG_PREFIX + "float" -> Kind.FLOAT;
          case TAG_PREFIX + "null" -> Kind.NULL;
          default -> null;
        };
    if (kind == null) {
      reports.add(start, end, "the tag " + Words.brief(tag) + " is not one GitHub knows");
      return Kind.STRING;
    }
    if (kind != Kind.STRING && (style != Style.PLAIN || !ScalarKinds.fits(kind, value))) {
      reports.add(start, end, "the value does not fit its tag " + Words.brief(tag));
      return Kind.STRING;
    }
    return kind;
  }
}
