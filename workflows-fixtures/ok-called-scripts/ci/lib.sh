build() {
  nix build
}
publish() {
  attic push main result
}
