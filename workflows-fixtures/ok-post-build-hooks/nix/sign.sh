#!/bin/sh
nix store sign --key-file /run/keys/cache $OUT_PATHS
