# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS node

FROM eclipse-temurin:25-jdk AS build
# the Mini Apps are built by Maven with npm
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    sh ./mvnw -B -ntp -Dmaven.test.skip -Dmini-apps.tests.skip package \
    && java -Djarmode=tools -jar target/trenergram.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /app trenergram && mkdir /data && chown trenergram /data
WORKDIR /app
# what changes seldom comes first, so that an upgrade fetches little
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER trenergram
ENV DATA_DIR=/data LOG_FORMAT=json
VOLUME /data
EXPOSE 8080
# with bash alone: whether an image of a JRE has wget or curl changes from time to time
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PORT:-8080} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# a heap by the container's memory, whole from the start, as collecting a small one takes time from requests; and an end
# that is seen when it does not suffice; more through JAVA_TOOL_OPTIONS
ENTRYPOINT ["java", "-XX:InitialRAMPercentage=60", "-XX:MaxRAMPercentage=60", "-XX:+UseCompactObjectHeaders", \
    "-XX:+ExitOnOutOfMemoryError", "-jar", "trenergram.jar"]
