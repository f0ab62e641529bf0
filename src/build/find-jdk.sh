# Functions for POSIX shells that look for the JDK gate is built and run with.

# Sets `jdk` to "folder version" if the folder $1 is a JDK (not only a runtime) of release 25.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in JAVA_RUNTIME_VERSION=\"25[!0-9]*)
      jdk="$1 $line"
      return 0
      ;;
    esac
  done <"$1/release"
  return 1
}

# Sets `home` to the folder of a JDK 25 and `jdk` to that and its version; ends the script if there is none. Starts no
# process unless only the PATH is left to look at.
find_jdk_25() {
  for home in "${JAVA_HOME-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" \
    /usr/lib/jvm/*25* /opt/java/openjdk /opt/*25* /opt/hostedtoolcache/Java_*/25*/* \
    "${HOME-}"/.sdkman/candidates/java/25* "${HOME-}"/.jdks/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    is_jdk_25 "$home" && return
  done
  if home=$(command -v java) && home=$(readlink -f "$home"); then
    home=${home%/bin/java}
    is_jdk_25 "$home" && return
  fi
  printf 'gate: %s\n' 'needs a JDK 25, and found none in JAVA_HOME, the usual folders or on the PATH.' \
    'Install one (for example Temurin 25, https://adoptium.net) or set JAVA_HOME to its folder.' >&2
  exit 3
}
