#!/usr/bin/env bash
case "$1" in
  check) nix flake check ;;
  publish) attic push main result ;;
esac
