package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.shell.Folders;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Programs that Nix runs after each build, by its own settings: {@code post-build-hook}. */
final class Hooks {
  private final Walk walk;
  private final Found found;
  private final boolean credentialed;

  Hooks(Walk walk, Found found, boolean credentialed) {
    this.walk = walk;
    this.found = found;
    this.credentialed = credentialed;
  }

  /** Settings among the values of an {@code env} or {@code with}. */
  void in(Env values, Span owner, Trail trail) {
    for (YamlNode.Scalar value : values.entries().values()) {
      in(value, owner, trail);
    }
  }

  /** Settings in a text: a configuration, or a script that writes one. */
  void in(YamlNode.Scalar text, Span owner, Trail trail) {
    String value = text.value();
    for (String setting : walk.knowledge().hooks()) {
      int at = value.indexOf(setting);
      while (at >= 0 && OpaqueText.inComment(value, at)) {
        at = value.indexOf(setting, at + 1);
      }
      String program = at < 0 ? null : program(value, at + setting.length());
      String doubt = program == null ? null : doubt(program, value, trail);
      if (doubt != null) {
        Span place = text.spanOf(at, at + setting.length());
        String what = setting + " = " + program;
        found.write(what, place, trail, List.of(), doubt, false, owner, credentialed);
      }
    }
  }

  /** What stands behind the setting's name on its line, or null where it is set to nothing. */
  private static @Nullable String program(String text, int from) {
    int start = from;
    while (start < text.length() && " \t=\"'".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    if (text.startsWith("${{", start)) {
      end = Math.max(start, text.indexOf("}}", start));
    }
    while (end < text.length() && " \t\r\n\"'\\;".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end == start ? null : text.substring(start, end);
  }

  /**
   * Why the program may write; null where it is there to be read and mentions no write, or where
   * nothing points to the cache.
   */
  private @Nullable String doubt(String program, String text, Trail trail) {
    Checkout.Located script = locate(program, trail.file());
    if (script != null) {
      return OpaqueText.mentionsWrite(script.text(), walk.knowledge())
          ? "Nix runs `" + script.path() + "` after each build, and a write is mentioned in it"
          : null;
    }
    if (OpaqueText.mentionsWrite(text, walk.knowledge())) {
      return "Nix runs it after each build, and a write is mentioned beside it";
    }
    Checkout.Read file = walk.checkout().known(trail.file());
    boolean near = file != null && walk.knowledge().mentionsClient(file.file().text());
    return near ? "Nix runs it after each build, and it is not there to be read" : null;
  }

  /** A path, with whatever is put before its first slash when it runs. */
  private Checkout.@Nullable Located locate(String program, String file) {
    String path = Folders.join("", program);
    int fence = program.lastIndexOf("}}/");
    int variable = program.startsWith("$") ? program.indexOf('/') : -1;
    if (fence >= 0) {
      path = program.substring(fence + 3);
    } else if (variable >= 0) {
      path = program.substring(variable + 1);
    }
    return path == null || path.isEmpty() ? null : walk.checkout().locate(file, path);
  }
}
