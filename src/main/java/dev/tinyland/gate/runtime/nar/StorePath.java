package dev.tinyland.gate.runtime.nar;

/**
 * A path of a Nix store.
 *
 * @param folder of the store, for example {@code /nix/store}
 * @param hash 32 characters of Nix' base 32
 * @param name behind the hash and a dash
 */
record StorePath(String folder, String hash, String name) {
  static final int HASH_LENGTH = 32;
  private static final int LONGEST_NAME = 211;

  /**
   * Reads a whole path.
   *
   * @throws IllegalArgumentException with what is wrong; the text itself is not quoted
   */
  static StorePath parse(String path) {
    int slash = path.lastIndexOf('/');
    if (slash < 1 || path.charAt(0) != '/') {
      throw new IllegalArgumentException("not an absolute path within a store");
    }
    String folder = path.substring(0, slash);
    for (String part : folder.substring(1).split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || !isName(part)) {
        throw new IllegalArgumentException("not an absolute path within a store");
      }
    }
    return parse(folder, path.substring(slash + 1));
  }

  /**
   * Reads a name within a store.
   *
   * @throws IllegalArgumentException with what is wrong; the text itself is not quoted
   */
  static StorePath parse(String folder, String base) {
    if (base.length() < HASH_LENGTH + 2 || base.charAt(HASH_LENGTH) != '-') {
      throw new IllegalArgumentException("not a hash of 32 characters, a dash and a name");
    }
    String hash = base.substring(0, HASH_LENGTH);
    String name = base.substring(HASH_LENGTH + 1);
    if (!NixBase32.isText(hash)) {
      throw new IllegalArgumentException("a hash with characters that Nix' base 32 does not have");
    }
    if (name.length() > LONGEST_NAME || !isName(name)) {
      throw new IllegalArgumentException("a name that no store path has");
    }
    return new StorePath(folder, hash, name);
  }

  /**
   * The hash of what an operator typed: the hash itself, a name with it, or a whole path.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static String askedHash(String text) {
    if (text.indexOf('/') >= 0) {
      return parse(text).hash();
    }
    if (text.length() > HASH_LENGTH) {
      return parse("", text).hash();
    }
    if (text.length() != HASH_LENGTH || !NixBase32.isText(text)) {
      throw new IllegalArgumentException("a store hash has 32 characters of " + NixBase32.ALPHABET);
    }
    return text;
  }

  /** Without the folder. */
  String base() {
    return hash + "-" + name;
  }

  @Override
  public String toString() {
    return folder + "/" + base();
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && "+-._?=".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
