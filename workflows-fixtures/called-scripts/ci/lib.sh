# Sourced by the other scripts.
upload() {
  attic push main "$1"
}
