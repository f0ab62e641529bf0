# The container action. Only plain instructions: any builder, old or new, online or not, has to take this file.
# A release passes both bases by digest; the runner passes no arguments and gets these.
ARG BUILD_BASE=maven:3.9-eclipse-temurin-25
ARG BASE=debian:bookworm-slim

FROM ${BUILD_BASE} AS build
WORKDIR /src
# What changes seldom comes first, so that a changed source fetches nothing anew.
COPY pom.xml ./
COPY src/build src/build
COPY docs/rules docs/rules
COPY src/main src/main
RUN ["mvn", "-q", "-B", "-Dmaven.test.skip=true", "package"]
RUN ["jlink", "--add-modules", "java.base", "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages", "--output", "/runtime"]

FROM ${BASE}
COPY --from=build /runtime /opt/gate/runtime
COPY --from=build /src/target/gate /opt/gate
COPY LICENSE /opt/gate/LICENSE
# Without a UTF-8 locale the JVM cannot open a file whose name is not ASCII.
ENV LC_ALL=C.UTF-8
# The cache is bound to the very runtime and jars it was made with, so it is made here and not in the stage before.
RUN ["/opt/gate/runtime/bin/java", "@/opt/gate/java.options", "-XX:AOTCacheOutput=/opt/gate/lint.aot", "-cp", "/opt/gate/lib/gate.jar", "dev.tinyland.gate.Training", "/opt/gate/training"]
# A cache that is not accepted would only be slow: with AOTMode=on it fails the build instead.
RUN ["/opt/gate/runtime/bin/java", "@/opt/gate/java.options", "-XX:AOTMode=on", "-XX:AOTCache=/opt/gate/lint.aot", "-cp", "/opt/gate/lib/gate.jar", "dev.tinyland.gate.Main", "--version"]
# No shell in between (it would drop variables such as INPUT_FAIL-ON), and no USER: the runner's files belong to root.
ENTRYPOINT ["/opt/gate/runtime/bin/java", "@/opt/gate/java.options", "-XX:AOTCache=/opt/gate/lint.aot", "-cp", "/opt/gate/lib/gate.jar", "dev.tinyland.gate.Main"]
