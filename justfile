# List the recipes.
default:
    @just --list --unsorted

# Format check and all tests, as CI does it.
check:
    src/build/on-jdk-25 mvn -q -B spotless:check
    mvn -B verify

# Format the sources.
fmt:
    src/build/on-jdk-25 mvn -q -B spotless:apply

# All tests.
test:
    mvn -q -B test

# The tests of one class: just test-one LexerTest
test-one NAME:
    mvn -q -B test -Dtest={{NAME}} -Dsurefire.failIfNoSpecifiedTests=true

# Write the golden files anew.
golden:
    mvn -q -B test -Dgolden.update=true
    @echo 'Review with: git diff'

# Write docs/reference and the other generated pages anew.
docs:
    mvn -q -B test -Dgolden.update=true -Dgroups=generated-docs
    @echo 'Review with: git diff docs'

# Time against a bare JVM: just bench --rounds 20 --checkout DIR --corpus DIR
bench *ARGS:
    bench/run {{ARGS}}

# Score lint against the labelled repositories.
devset *ARGS:
    src/test/devset/run {{ARGS}}

# Let GitHub's own evaluator confirm every witness of the labelled repositories.
certify *ARGS:
    src/test/certify/run {{ARGS}}

# Compare our evaluator with GitHub's own on the recorded cases.
oracle:
    src/test/expression-oracle/run.sh

# S3, the cluster and a binary cache to rehearse with, until Ctrl-C: docs/lab.md
lab:
    src/test/lab/run

# Break the running lab: just lab-incident divergence; without a word, the list of incidents.
lab-incident *WORD:
    src/test/lab/incident {{WORD}}

# gate on its own repository.
self-lint:
    ./gate lint --fail-on note .github action.yml lane ./*.md docs/*.md docs/adr/*.md docs/checks/*.md

# Build the container image of the action.
image TAG="gate:local":
    docker build -t {{TAG}} .

# Run the action in its image as a runner does; starts an engine where there is none.
e2e *ARGS:
    src/test/e2e/run {{ARGS}}

# The checks of S3 against Ceph, a second S3 server; installs Debian's packages where they are missing.
ceph *COMMAND:
    src/test/ceph/run {{COMMAND}}

# Time a step's container against a bare class in the same image: just bench-image 15
bench-image ROUNDS="15":
    bench/image {{ROUNDS}}

# Time the checks against a bare JVM, with stand-ins of S3 and of the cluster.
bench-checks *ARGS:
    bench/checks {{ARGS}}

# Time the check of a NAR against curl | zstd -d | sha256sum: just bench-nar --mib 1024
bench-nar *ARGS:
    bench/nar {{ARGS}}
