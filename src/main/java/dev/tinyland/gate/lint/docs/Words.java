package dev.tinyland.gate.lint.docs;

/** Quick tests of texts, so that what can matter to no rule is not read any further. */
public interface Words {
  /** Whether a section of a page has to be read. */
  boolean canMatter(String section);

  /** Whether a code block holds a word of something that writes. */
  boolean canWrite(String code);

  /** Whether a code block holds a word of a host or a setting that rules look for. */
  boolean canName(String code);

  /** Whether a text holds a host that is out of contract. */
  boolean namesHost(String text);
}
