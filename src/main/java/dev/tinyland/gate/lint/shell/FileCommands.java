package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a script writes to {@code $GITHUB_ENV}, {@code $GITHUB_OUTPUT} and {@code $GITHUB_PATH}. */
public final class FileCommands {
  private FileCommands() {}

  /** All writes, see {@link ShellAnalysis}. */
  public static List<FileCommandWrite> of(Script script, Options options) {
    return ShellAnalysis.of(script, options).writes();
  }

  /** A value of several lines that has begun and waits for its delimiter. */
  private record Open(String delimiter, Run.FileLine first) {}

  static List<FileCommandWrite> assemble(List<Run.FileLine> lines) {
    List<FileCommandWrite> writes = new ArrayList<>();
    Map<FileKind, Open> open = new EnumMap<>(FileKind.class);
    for (Run.FileLine line : lines) {
      Open waiting = open.get(line.kind());
      if (waiting == null) {
        Open begun = line(line, writes);
        if (begun != null) {
          open.put(line.kind(), begun);
        }
      } else if (line.line() != null && waiting.delimiter().equals(line.line().display())) {
        open.remove(line.kind());
      }
    }
    for (Map.Entry<FileKind, Open> entry : open.entrySet()) {
      // Without its end it is not certain which of the later lines belonged to the value.
      writes.add(write(entry.getValue().first(), null, null, true));
    }
    return writes;
  }

  private static @Nullable Open line(Run.FileLine line, List<FileCommandWrite> writes) {
    Word word = line.line();
    if (word == null) {
      writes.add(write(line, null, null, true));
      return null;
    }
    if (line.kind() == FileKind.PATH) {
      writes.add(write(line, null, word, false));
      return null;
    }
    String prefix = word.literalPrefix();
    int equals = prefix.indexOf('=');
    int document = prefix.indexOf("<<");
    if (document > 0 && (equals < 0 || document < equals)) {
      writes.add(write(line, prefix.substring(0, document), null, false));
      return new Open(word.display().substring(document + 2), line);
    }
    if (equals > 0) {
      writes.add(
          write(line, prefix.substring(0, equals), Placeholders.after(word, equals + 1), false));
    } else if (word.literal() == null) {
      writes.add(write(line, null, null, true));
    }
    return null;
  }

  private static FileCommandWrite write(
      Run.FileLine line, @Nullable String key, @Nullable Word value, boolean opaque) {
    return new FileCommandWrite(
        line.kind(), key, value, opaque, line.guards(), line.start(), line.end());
  }
}
