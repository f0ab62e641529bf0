# The container action. Only plain instructions: any builder, old or new, online or not, has to take this file.
# A release passes both bases by digest; the runner passes no arguments and gets these.
ARG BUILD_BASE=maven:3.9-eclipse-temurin-25
ARG BASE=debian:bookworm-slim

FROM ${BUILD_BASE} AS build
WORKDIR /src
# What changes seldom comes first, so that a changed source fetches nothing anew.
COPY pom.xml LICENSE ./
COPY src/build src/build
COPY docs/rules docs/rules
COPY src/main src/main
RUN ["mvn", "-q", "-B", "-Pimage", "-Dmaven.test.skip=true", "package"]
RUN ["src/build/image", "/image"]

# On the base itself: a start-up cache that is not accepted there would only be slow, with AOTMode=on it fails the build.
FROM ${BASE} AS trial
COPY --from=build /image /image
RUN ["/image/opt/gate/runtime/bin/java", "@/image/opt/gate/java.options", "-XX:AOTMode=on", "-XX:AOTCache=/image/opt/gate/lint.aot", "-cp", "/image/opt/gate/lib/gate.jar", "dev.tinyland.gate.Main", "--version"]
RUN ["/image/opt/gate/runtime/bin/java", "@/image/opt/gate/checks.options", "-XX:AOTMode=on", "-XX:AOTCache=/image/opt/gate/checks.aot", "-cp", "/image/opt/gate/lib/checks.jar", "dev.tinyland.gate.Main", "--version"]

FROM ${BASE}
# From the stage that tried it, or BuildKit would leave that stage out. A folder copied into the root keeps its times, and
# so do those in it: copied to a path of its own it would get the time of the build, and the layer another digest.
COPY --from=trial /image/ /
# Without a UTF-8 locale the JVM cannot open a file whose name is not ASCII.
ENV LC_ALL=C.UTF-8
# The commit it was built from; a release passes it.
ARG REVISION=
LABEL org.opencontainers.image.title="gate" \
      org.opencontainers.image.description="Proves which CI steps can write to a quarantined Attic cache, and blocks those that must not." \
      org.opencontainers.image.vendor="tinyland" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/gloriousflywheel/gate-action" \
      org.opencontainers.image.documentation="https://github.com/gloriousflywheel/gate-action/blob/main/docs/container.md" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.revision="${REVISION}"
# No shell in between (it would drop variables such as INPUT_FAIL-ON), and no USER: the runner's files belong to root.
# These are the options of a lint; for a check gate starts the JVM anew, from the folder that is named here.
ENTRYPOINT ["/opt/gate/runtime/bin/java", "@/opt/gate/java.options", "-XX:AOTCache=/opt/gate/lint.aot", "-Dgate.home=/opt/gate", "-cp", "/opt/gate/lib/gate.jar", "dev.tinyland.gate.Main"]
