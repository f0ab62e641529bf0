#!/usr/bin/env bash
set -euo pipefail
# attic.tinyland.dev has moved.
nix build --option extra-substituters "https://attic.tinyland.dev/main" "$@"
