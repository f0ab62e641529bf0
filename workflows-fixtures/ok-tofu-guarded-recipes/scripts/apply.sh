#!/usr/bin/env bash
set -euo pipefail
stack="$1"
just tofu-state-authority-deep-check "$stack"
tofu -chdir="tofu/stacks/$stack" apply -auto-approve
