#!/bin/sh
here=$(dirname "$0")
"$here"/publish.sh ./result
