package dev.tinyland.gate.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file of the workspace that is to get another text. */
public final class Rewriting {
  private static final String MARK = "\uFEFF";

  private final Path file;
  private final String mark;

  private Rewriting(Path file, String mark) {
    this.file = file;
    this.mark = mark;
  }

  /** Why a file cannot be rewritten, in the words of an answer. */
  public static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  /**
   * The file of that name.
   *
   * @param name as the report has it
   * @param text as it was read, without a byte order mark
   * @throws Refusal where the file lies outside of the workspace, also through a link, cannot be
   *     written, or does not hold just that text as UTF-8
   */
  public static Rewriting of(Workspace workspace, String name, String text) throws Refusal {
    try {
      Path root = workspace.root().toRealPath();
      Path file = workspace.root().resolve(name).toRealPath();
      if (!file.startsWith(root)) {
        throw new Refusal("the file lies outside of " + workspace.root());
      }
      if (!Files.isWritable(file)) {
        throw new Refusal("the file cannot be written");
      }
      byte[] bytes = Files.readAllBytes(file);
      Rewriting rewriting = new Rewriting(file, hasMark(bytes) ? MARK : "");
      if (!Arrays.equals(bytes, rewriting.bytes(text))) {
        throw new Refusal("the file is not UTF-8, or has changed since it was read");
      }
      return rewriting;
    } catch (IOException | InvalidPathException e) {
      throw new Refusal("the file cannot be read: " + e.getMessage());
    }
  }

  /** The whole content of the file, a byte order mark included. */
  public String content(String text) {
    return mark + text;
  }

  /**
   * Puts another text in the place of the one that was read. It is written into the same file, so
   * that its owner, its permissions and links to it stay.
   */
  public void write(String text) throws IOException {
    Files.write(file, bytes(text));
  }

  private byte[] bytes(String text) {
    return content(text).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean hasMark(byte @Nullable [] bytes) {
    return bytes != null
        && bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
