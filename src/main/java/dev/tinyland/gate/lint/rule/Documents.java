package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.yaml.YamlEdits;
import org.jspecify.annotations.Nullable;

/** The YAML files of a run, for those who mend them. */
public interface Documents {
  /** The edits of a file; null where it is no YAML or has faults. */
  @Nullable YamlEdits edits(String path);
}
