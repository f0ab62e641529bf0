#!/usr/bin/env bash
set -euo pipefail
cache=${BAZEL_REMOTE_CACHE:-}
if [[ $cache =~ (attic-cache-dev|fuzzy-dev|attic\.dev-cluster|attic\.tinyland) ]]; then
  echo "stale attic-cache-dev endpoint" >&2
  exit 1
fi
cat <<END
- fuzzy-dev, attic-cache-dev and attic.tinyland.dev are out of contract
END
