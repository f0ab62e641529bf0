package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes from one stage of a pipeline to the next. */
final class Streams {
  private final Run run;

  Streams(Run run) {
    this.run = run;
  }

  /** The file to which a later stage of a pipeline, if it is {@code tee}, copies its input. */
  @Nullable FileKind teeTarget(ShellNode stage) {
    if (!(stage instanceof ShellNode.Simple simple)) {
      return null;
    }
    boolean tee = false;
    for (Word word : simple.words()) {
      String literal = word.literal();
      tee |= "tee".equals(literal);
      if (tee && literal == null) {
        List<Expander.Variant> variants = run.expander.variants(List.of(word), run.state);
        FileKind kind = FileKind.of(run.expander.value(word, run.state, variants.get(0)));
        if (kind != null) {
          return kind;
        }
      } else if (!tee && !"sudo".equals(literal)) {
        return null;
      }
    }
    return null;
  }

  /** What a stage of a pipeline prints, where that is fixed. */
  @Nullable Word printed(ShellNode stage, @Nullable Word input) {
    if (!(stage instanceof ShellNode.Simple simple) || simple.words().isEmpty()) {
      return null;
    }
    String name = simple.words().get(0).literal();
    List<Expander.Variant> variants = run.expander.variants(Commands.words(simple), run.state);
    if (variants.size() != 1 || name == null) {
      return null;
    }
    Expander.Variant only = variants.get(0);
    if (name.equals("cat") || name.equals("tee")) {
      Word text = redirectedInput(simple, only);
      return text == null && simple.words().size() == 1 ? input : text;
    }
    return PrintedText.of(run.expander.fields(simple.words(), run.state, only));
  }

  private @Nullable Word redirectedInput(ShellNode.Simple simple, Expander.Variant variant) {
    Word text = null;
    for (Redirection redirection : simple.redirections()) {
      HereDocument document = redirection.document();
      if (document != null) {
        text = run.expander.value(document.body(), run.state, variant);
      } else if (redirection.operator().equals("<<<")) {
        text = run.expander.value(redirection.target(), run.state, variant);
      }
    }
    return text;
  }
}
