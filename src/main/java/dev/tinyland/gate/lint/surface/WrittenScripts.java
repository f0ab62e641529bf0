package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.shell.Invocation;
import dev.tinyland.gate.lint.shell.Redirection;
import dev.tinyland.gate.lint.shell.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scripts that a script writes to a file and then starts, as in {@code cat > push.sh <<EOF} before
 * {@code bash push.sh}.
 */
final class WrittenScripts {
  private static final Set<String> STARTERS =
      Set.of("bash", "sh", "dash", "zsh", "ksh", "fish", "source", ".");

  private WrittenScripts() {}

  /** The commands that start a file which was written with a mention of a write. */
  static List<Invocation> started(List<Invocation> invocations, KnowledgeBase knowledge) {
    Set<String> files = written(invocations, knowledge);
    List<Invocation> started = new ArrayList<>();
    if (files.isEmpty()) {
      return started;
    }
    for (Invocation invocation : invocations) {
      String command = invocation.command();
      int at = command != null && STARTERS.contains(command) ? firstOperand(invocation) : 0;
      String file = baseName(at < 0 ? null : invocation.literal(at));
      if (file != null && files.contains(file)) {
        started.add(invocation);
      }
    }
    return started;
  }

  private static Set<String> written(List<Invocation> invocations, KnowledgeBase knowledge) {
    Set<String> files = new LinkedHashSet<>();
    for (Invocation invocation : invocations) {
      Word input = invocation.input();
      boolean mentions =
          (input != null && OpaqueText.mentionsWrite(input.display(), knowledge))
              || OpaqueText.mentionsWrite(invocation.display(), knowledge);
      if (!mentions) {
        continue;
      }
      for (Redirection redirection : invocation.redirections()) {
        Word target = redirection.isOutput() ? redirection.target() : null;
        add(target == null ? null : target.literal(), files);
      }
      if ("tee".equals(invocation.command())) {
        add(invocation.literal(invocation.argv().size() - 1), files);
      }
    }
    return files;
  }

  private static void add(@Nullable String path, Set<String> to) {
    String name = baseName(path);
    if (name != null) {
      to.add(name);
    }
  }

  private static int firstOperand(Invocation invocation) {
    for (int i = 1; i < invocation.argv().size(); i++) {
      String word = invocation.literal(i);
      if (word == null || !word.startsWith("-")) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String baseName(@Nullable String path) {
    String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? null : name;
  }
}
