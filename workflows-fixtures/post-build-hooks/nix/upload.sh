#!/bin/sh
set -eu
exec attic push main $OUT_PATHS
