#!/usr/bin/env bash
set -e
attic login ci https://attic.nix-cache.svc.cluster.local
attic use ci:main
echo "attic push main is for operators"
nix build
