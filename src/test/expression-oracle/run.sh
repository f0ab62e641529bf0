#!/usr/bin/env bash
# Compares the recorded answers with those of GitHub's evaluator (npm @actions/expressions); fails on any drift.
# With --update it makes the cases again, records new answers, and leaves the comparison to `mvn verify`.
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules/@actions/expressions ] || npm ci --ignore-scripts --no-audit --no-fund
if [ "${1:-}" = --update ]; then
  (cd ../../.. && mvn -q -B test -Dtest=OracleCorpusTest#theCorpusIsWhatTheGeneratorMakes -Dgolden.update=true)
  exec node corpus.mjs --update
fi
exec node corpus.mjs
