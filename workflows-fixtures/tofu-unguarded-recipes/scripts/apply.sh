#!/usr/bin/env bash
stack="$1"
just tofu-state-authority-deep-check "$stack"
tofu -chdir="tofu/stacks/$stack" apply -auto-approve
