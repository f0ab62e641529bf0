#!/usr/bin/env bash
set -euo pipefail
cache=${BAZEL_REMOTE_CACHE:-}
executor=${BAZEL_REMOTE_EXECUTOR:-}
credentials "${BAZEL_REMOTE_EXECUTOR:-$BAZEL_REMOTE_CACHE}"
exec bazel build --remote_cache="$cache" --remote_executor="$executor" "$@"
