# Functions for bash that find a container engine or start one, and see to it that the Dockerfile's bases are there.
# The caller sets `work`, a folder of its own, and `home`, a JDK 25; it calls `end_engine` when it is done, whatever happened.

bases=(debian:bookworm-slim maven:3.9-eclipse-temurin-25)
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/gate-e2e
engine= private= builder= image=
build_options=()
stand_ins=()

note() { printf 'e2e: %s\n' "$*" >&2; }

# Sets `engine` to the client of an engine that answers, or leaves it empty where none can be had.
find_engine() {
  if command -v docker >/dev/null && timeout 30 docker info >/dev/null 2>&1; then
    engine=docker
  elif start_docker; then
    engine=docker private=yes
    # The engine has no bridge, so that the machine's network stays as it is.
    build_options=(--network host)
  elif command -v podman >/dev/null && podman info >/dev/null 2>&1; then
    engine=podman
  fi
  name_builder
}

# Debian's engine, with nothing of it outside of `work` and `cache`.
start_docker() {
  [ "$(id -u)" = 0 ] && [ "$(uname -s)" = Linux ] || return 1
  install_packages dockerd docker.io || return 1
  mkdir -p "$cache" "$work/docker"
  exec 8>"$cache/lock"
  flock 8
  echo '{}' >"$work/docker/daemon.json"
  # Another daemon would be taken for ours by its file, so ours is told by the process.
  dockerd --config-file "$work/docker/daemon.json" --data-root "$cache/docker" --exec-root "$work/docker/exec" \
    --pidfile "$work/docker/pid" -H "unix://$work/docker/socket" --iptables=false --ip6tables=false --bridge=none \
    --ip-forward=false --ip-masq=false --userland-proxy=false --storage-driver=overlay2 \
    >"$work/docker/log" 2>&1 8>&- &
  dockerd=$!
  export DOCKER_HOST=unix://$work/docker/socket
  for _ in {1..150}; do
    docker info >/dev/null 2>&1 && return
    kill -0 "$dockerd" 2>/dev/null || break
    sleep 0.2
  done
  note 'dockerd does not answer:'
  tail -n 5 "$work/docker/log" >&2
  stop_docker
  unset DOCKER_HOST
  return 1
}

install_packages() { # PROGRAM PACKAGE...
  ! command -v "$1" >/dev/null || return 0
  command -v apt-get >/dev/null || return 1
  note "installing ${*:2}"
  {
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${@:2}"
  } >"$work/apt.log" 2>&1 </dev/null || {
    tail -n 3 "$work/apt.log" >&2
    return 1
  }
}

# A runner builds with what its client takes by itself. For an engine of our own BuildKit is the quicker choice by far, and
# a client before 23 brings it along.
name_builder() {
  case $engine in
    '') return ;;
    podman)
      builder=podman
      return
      ;;
  esac
  if [ -n "$private" ] && [ -z "${DOCKER_BUILDKIT:-}" ]; then
    for engine in docker /usr/bin/docker; do
      case $("$engine" --version 2>/dev/null) in
        'Docker version 19.'* | 'Docker version 20.'*) export DOCKER_BUILDKIT=1 ;;
        *) "$engine" buildx version >/dev/null 2>&1 && export DOCKER_BUILDKIT=1 ;;
      esac
      [ -z "${DOCKER_BUILDKIT:-}" ] || break
    done
    [ -n "${DOCKER_BUILDKIT:-}" ] || engine=docker
  fi
  if [ "${DOCKER_BUILDKIT:-}" = 1 ] || { [ -z "${DOCKER_BUILDKIT:-}" ] && "$engine" buildx version >/dev/null 2>&1; }; then
    builder='docker BuildKit'
  else
    # Without it a client of today says that this builder will go one day.
    export DOCKER_BUILDKIT=0
    builder='docker classic'
  fi
}

# Pulls the bases; what cannot be pulled is made of what this machine has. Fails if neither is possible.
prepare_bases() {
  local base
  for base in "${bases[@]}"; do
    has_base "$base" || timeout 300 "$engine" pull -q "$base" >/dev/null 2>&1 8>&- || stand_in "$base" || return 1
  done
}

# A stand-in of an earlier run is as good as long as what it was made of has not changed.
has_base() {
  local label
  label=$("$engine" image inspect -f '{{index .Config.Labels "gate.stand-in"}}' "$1" 2>/dev/null) || return 1
  [ "$label" = '' ] || [ "$label" = '<no value>' ] || [ "$label" = "$(stand_in_key "$1")" ]
}

stand_in_key() {
  case $1 in
    debian:*) echo minbase ;;
    maven:*) { echo "$home" && cat "$home/release" pom.xml; } | sha256sum | cut -c 1-16 ;;
  esac
}

stand_in() {
  note "$1 cannot be pulled here; preparing a stand-in"
  [ -n "$private" ] || stand_ins+=("$1")
  case $1 in
    debian:*) debian_stand_in "$1" ;;
    maven:*) maven_stand_in "$1" ;;
  esac
}

debian_stand_in() {
  local rootfs=$work/rootfs
  install_packages debootstrap debootstrap || return 1
  # The mirror that this machine was set up with; debootstrap has a default of its own.
  local mirror
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    sed -nE 's,^(URIs:|deb( \[[^]]*])?) *(https?://[^ ]*/debian/?)( .*)?$,\3,p' | head -n 1)
  debootstrap --variant=minbase bookworm "$rootfs" ${mirror:+"$mirror"} >"$work/debootstrap.log" 2>&1 </dev/null || {
    tail -n 3 "$work/debootstrap.log" >&2
    return 1
  }
  tar --numeric-owner -C "$rootfs" --exclude=./var/cache/apt --exclude=./var/lib/apt/lists --exclude=./usr/share/doc \
    --exclude=./usr/share/man --exclude=./usr/share/locale --exclude='./dev/*' -c . |
    "$engine" import -c 'CMD ["bash"]' -c "LABEL gate.stand-in=$(stand_in_key "$1")" - "$1" >/dev/null
  rm -rf "$rootfs"
}

# The JDK and the Maven of this machine, with all that Maven has fetched so far.
maven_stand_in() {
  local context=$work/maven maven
  maven=$(mvn -v | sed -n 's/.*Maven home: //p')
  mkdir -p "$context/m2" "$context/certificates"
  cp "$HOME/.m2/settings.xml" "$context/m2/" 2>/dev/null || :
  cp /etc/ssl/certs/ca-certificates.crt "$context/certificates/" 2>/dev/null || :
  cat >"$context/Dockerfile" <<-EOF
	FROM debian:bookworm-slim
	ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/share/maven/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
	COPY certificates /etc/ssl/certs
	COPY m2 /root/.m2
	COPY jdk /opt/java/openjdk
	COPY maven /usr/share/maven
	LABEL gate.stand-in=$(stand_in_key "$1")
	EOF
  local repository=()
  [ ! -d "$HOME/.m2/repository" ] || repository=(-C "$HOME/.m2" --exclude='*.lastUpdated' repository)
  # One archive as the context: nothing is copied on the way, and links to other folders of this machine are followed.
  tar -ch -C "$context" Dockerfile m2 certificates \
    --transform "s,^${home##*/},jdk,;s,^${maven##*/}/,maven/,;s,^repository,m2/repository," \
    -C "${home%/*}" "${home##*/}" -C "${maven%/*}" "${maven##*/}" "${repository[@]}" |
    "$engine" build -q "${build_options[@]}" -t "$1" - >/dev/null
}

# Sets `image` to what the Dockerfile makes, without arguments, as for the runner.
build_image() {
  local tag=gate-e2e:run
  [ -n "$private" ] || tag=gate-e2e:$$
  note "building the image with $builder"
  image=$tag
  "$engine" build "${build_options[@]}" -t "$tag" . >"$work/build.log" 2>&1 8>&- || {
    tail -n 30 "$work/build.log" >&2
    note 'the image could not be built'
    return 1
  }
}

# Takes away what was started and tagged. A private engine keeps its images for the next run, in its own folder.
end_engine() {
  local name
  [ -n "$builder" ] || return 0
  for name in $("$engine" ps -aq --filter name=gate-e2e- 2>/dev/null); do
    "$engine" rm -f "$name" >/dev/null 2>&1 || :
  done
  if [ -z "$private" ]; then
    for name in "${image:-}" "${stand_ins[@]}"; do
      [ -z "$name" ] || "$engine" image rm -f "$name" >/dev/null 2>&1 || :
    done
  else
    "$engine" image prune -f --filter until=168h >/dev/null 2>&1 || :
    "$engine" builder prune -f --filter until=168h >/dev/null 2>&1 || :
    stop_docker
  fi
}

stop_docker() {
  [ -n "${dockerd:-}" ] || return 0
  kill "$dockerd" 2>/dev/null || :
  wait "$dockerd" 2>/dev/null || :
  ! mountpoint -q "$work/docker/exec/netns/default" || umount "$work/docker/exec/netns/default"
  dockerd=
}
