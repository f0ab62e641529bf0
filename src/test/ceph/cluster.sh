# Functions for bash that start a Ceph cluster with two S3 gateways on loopback, and stop it again.
# The caller sets `work`, a folder of its own, and calls `end_cluster` when it is done, whatever happened.

access_key=gate-ceph-access-key-41d7
secret_key=gate-ceph-secret-key-8e02
strangers_access_key=gate-ceph-access-key-of-a-stranger
strangers_secret_key=gate-ceph-secret-key-of-a-stranger
packages=(radosgw ceph-mon ceph-osd ceph-common)
pids=()

note() { printf 'ceph: %s\n' "$*" >&2; }

fail() {
  note "$*"
  exit 1
}

find_ceph() {
  local program missing=()
  for program in ceph ceph-mon ceph-osd ceph-authtool monmaptool radosgw radosgw-admin; do
    command -v "$program" >/dev/null || missing+=("$program")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    fail "${missing[*]} missing: on Debian, root has to run apt-get install --no-install-recommends ${packages[*]}"
  fi
  note "installing ${packages[*]}"
  {
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
  } >"$work/apt.log" 2>&1 </dev/null || {
    tail -n 3 "$work/apt.log" >&2
    fail 'the packages cannot be installed'
  }
}

# Each of the numbers is free while all of them are held.
free_ports() { # COUNT
  python3 - "$1" <<'END'
import socket, sys
held = [socket.socket() for _ in range(int(sys.argv[1]))]
for each in held:
    each.bind(("127.0.0.1", 0))
print(*(each.getsockname()[1] for each in held))
END
}

# The rest of the line in the background, as a process of ours whose words go to a file.
start() { # NAME COMMAND...
  local name=$1
  shift
  "$@" </dev/null >"$work/$name.log" 2>&1 &
  pids+=($!)
  # The shell has nothing to say about one that a test kills.
  disown
}

# Whether it runs, as a daemon or not yet, and is not another process that has got the number meanwhile.
is_ours() { # PID
  grep -qsF -e "$work/ceph.conf" -e "$0" "/proc/$1/cmdline"
}

# A daemon that ended is told apart from one that is slow.
wait_for() { # SECONDS NAME COMMAND...
  local until=$((SECONDS + $1)) name=$2 pid
  shift 2
  until "$@" >/dev/null 2>&1; do
    for pid in "${pids[@]}"; do
      if ! kill -0 "$pid" 2>/dev/null; then
        tail -n 5 "$work"/*.log >&2
        fail "a daemon ended before $name was there"
      fi
    done
    [ $SECONDS -lt $until ] || {
      tail -n 5 "$work"/*.log >&2
      fail "$name is not there in time"
    }
    sleep 0.1
  done
}

write_configuration() { # MONITOR-PORT
  local fsid
  fsid=$(cat /proc/sys/kernel/random/uuid)
  cat >"$work/ceph.conf" <<END
[global]
fsid = $fsid
mon host = [v2:127.0.0.1:$1/0]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv4 = true
ms bind ipv6 = false
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
keyring = $work/keyring
run dir = $work
admin socket =
crash dir = $work/crash
log file =
log to stderr = true
err to stderr = true
setuser match path =
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon warn on pool no redundancy = false
paxos propose interval = 0.05
paxos min wait = 0.01
mon data avail warn = 1
mon data avail crit = 0
mon data = $work/mon
mon max pg per osd = 1000

[osd]
osd data = $work/osd
osd objectstore = memstore
memstore device bytes = 1073741824
osd class load list = *
osd class default list = *

[client]
rgw data = $work/rgw
rgw thread pool size = 16
rgw enable usage log = false
rgw enable ops log = false
rgw run sync thread = false
rgw dynamic resharding = false
# With a cache each gateway tells the others of every new bucket, and waits half a minute for one that was killed.
rgw cache enabled = false
rgw rados pool pg num min = 1
rgw dns name =
END
  ceph-authtool -C "$work/keyring" --gen-key -n mon. --cap mon 'allow *' >/dev/null
  local name
  for name in client.admin osd.0 client.rgw.one client.rgw.two; do
    ceph-authtool "$work/keyring" --gen-key -n "$name" --cap mon 'allow *' --cap osd 'allow *' \
      --cap mgr 'allow *' >/dev/null
  done
  monmaptool --create --fsid "$fsid" --addv a "[v2:127.0.0.1:$1]" "$work/monmap" >/dev/null
}

ceph_() { timeout --foreground 30 ceph -c "$work/ceph.conf" "$@" </dev/null; }

# Sets `first` and `second` to the URLs of the gateways, `second_pid` to the process of the latter.
start_cluster() {
  local ports osd_id gateway
  read -r -a ports < <(free_ports 3)
  mkdir -p "$work/mon" "$work/osd" "$work/rgw" "$work/crash"
  write_configuration "${ports[0]}"
  ceph-mon -c "$work/ceph.conf" -i a --mkfs --monmap "$work/monmap" --keyring "$work/keyring" >"$work/mkfs.log" 2>&1 ||
    fail "no monitor: $(tail -n 3 "$work/mkfs.log")"
  start mon ceph-mon -f -c "$work/ceph.conf" -i a
  osd_id=$(cat /proc/sys/kernel/random/uuid)
  wait_for 30 'the monitor' ceph_ mon stat
  ceph_ osd new "$osd_id" 0 >/dev/null 2>&1 || fail 'the monitor takes no storage'
  ceph-osd -c "$work/ceph.conf" -i 0 --mkfs --osd-uuid "$osd_id" >"$work/mkfs.log" 2>&1 ||
    fail "no storage: $(tail -n 3 "$work/mkfs.log")"
  start osd ceph-osd -f -c "$work/ceph.conf" -i 0
  wait_for 60 'the storage' storage_is_up
  # A gateway makes these when they are first needed, and answers nobody until then.
  local pool
  for pool in index data; do
    ceph_ osd pool create "default.rgw.buckets.$pool" 1 >"$work/pool.log" 2>&1 &&
      ceph_ osd pool application enable "default.rgw.buckets.$pool" rgw >"$work/pool.log" 2>&1 ||
      fail "no pool: $(tail -n 3 "$work/pool.log")"
  done
  make_user gate "$access_key" "$secret_key"
  start gateway-one radosgw -f -c "$work/ceph.conf" -n client.rgw.one --rgw-frontends="beast endpoint=127.0.0.1:${ports[1]}"
  first=http://127.0.0.1:${ports[1]}
  start gateway-two radosgw -f -c "$work/ceph.conf" -n client.rgw.two --rgw-frontends="beast endpoint=127.0.0.1:${ports[2]}"
  second=http://127.0.0.1:${ports[2]}
  second_pid=${pids[-1]}
  make_user stranger "$strangers_access_key" "$strangers_secret_key"
  wait_for 60 'the first gateway' answers "${ports[1]}"
  wait_for 60 'the second gateway' answers "${ports[2]}"
}

make_user() { # NAME ACCESS-KEY SECRET-KEY
  timeout --foreground 90 radosgw-admin -c "$work/ceph.conf" user create --uid="$1" --display-name="$1" \
    --access-key="$2" --secret-key="$3" </dev/null >"$work/user.log" 2>&1 ||
    fail "no user: $(tail -n 3 "$work/user.log")"
}

storage_is_up() { ceph_ osd stat | grep -q '1 up'; }

answers() { # PORT
  local line
  exec 9<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET /swift/healthcheck HTTP/1.0\r\n\r\n' >&9
  read -r -t 5 line <&9 || line=
  exec 9>&-
  [[ $line == *' 200 '* ]]
}

# Kept in memory, so that there is nothing to save: they are killed.
end_cluster() {
  local pid
  for pid in "${pids[@]}"; do
    ! is_ours "$pid" || kill -9 "$pid" 2>/dev/null || true
  done
  for pid in "${pids[@]}"; do
    for _ in {1..100}; do
      is_ours "$pid" || break
      sleep 0.05
    done
  done
  pids=()
}
