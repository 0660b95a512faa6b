# One image for every role; PARLEY_ROLE selects it (see docs/deploy.md#containers). Needs BuildKit, which is the default
# since Docker 23:
#   docker build -t parley .
#   docker build --secret id=maven,src=$HOME/.m2/settings.xml --secret id=npm,src=$HOME/.npmrc -t parley .   (with mirrors)
#   docker build --target tools -t parley-tools .   (with the programs for `parley backup` and `parley restore`)
#   ./mvnw package cyclonedx:makeAggregateBom -DskipTests && docker build --build-arg ARTIFACTS=prebuilt -t parley .
# The JVM is HotSpot 25, which the figures in docs/performance.md were measured with.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG NODE_IMAGE=node:22-bookworm-slim
ARG BASE_IMAGE=debian:trixie-slim
# built: by the stages here; prebuilt: target/parley-VERSION.zip and, if they exist, the bills of materials
ARG ARTIFACTS=built

FROM ${NODE_IMAGE} AS node

FROM ${BUILD_IMAGE} AS built
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /source
COPY . .
RUN rm -rf target
RUN --mount=type=cache,target=/root/.m2/repository --mount=type=cache,target=/root/.npm \
    --mount=type=secret,id=maven,target=/root/.m2/settings.xml --mount=type=secret,id=npm,target=/root/.npmrc \
    ./mvnw -B -q package cyclonedx:makeAggregateBom -DskipTests -pl '!tests/cluster,!tests/system' \
    && npm --prefix chat-web/client run --silent sbom
RUN mkdir /artifacts && mv target/parley-*.zip target/bom.json chat-web/target/client-bom.json /artifacts/

FROM scratch AS prebuilt
# The brackets: a folder that is named has to exist.
COPY target/parley-*.zip target/bom.json* chat-web/targe[t]/client-bom.json* /artifacts/

FROM ${ARTIFACTS} AS artifacts

FROM ${BUILD_IMAGE} AS layers
COPY --from=artifacts /artifacts /artifacts
COPY deploy/image/layers.sh /
RUN mkdir /package && cd /package && jar xf /artifacts/parley-*.zip && /layers.sh /package/parley-* /layers \
    && mkdir -p /layers/sbom/sbom && find /artifacts -name '*bom.json' -exec cp {} /layers/sbom/sbom/ ';'

# The JVM with the modules that Liberty, Parley and diagnosis (jcmd, flight recorder) use, without the archive of classes
# for heaps of 32 GB and more. Dates and numbers are formatted by the page, so locales (10 MB) are not needed here.
FROM ${BUILD_IMAGE} AS java
RUN jlink --output /jre --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 --generate-cds-archive --add-modules \
    java.se,jdk.attach,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.xml.dom,jdk.zipfs \
    && rm /jre/lib/server/classes_nocoops.jsa && find /jre -exec touch -h -d 2026-01-01T00:00:00Z {} +

FROM ${BASE_IMAGE} AS product
# What changes least comes first: Java, Liberty, libraries, the page, the code of each part, and what is left.
COPY --from=java /jre/ /opt/java/
COPY --from=layers /layers/runtime/ /opt/parley/
COPY --from=layers /layers/libraries/ /opt/parley/
COPY --from=layers /layers/page/ /opt/parley/
COPY --from=layers /layers/modules/ /opt/parley/
COPY --from=layers /layers/web/ /opt/parley/
COPY --from=layers /layers/application/ /opt/parley/
COPY --from=layers /layers/sbom/ /opt/parley/
# The only folder that the image writes to besides /tmp. If nodes may create the token key, they share it as a volume;
# /data/files, the files that users sent, is shared in any case unless they are in S3.
RUN mkdir -p /data/files && chown -R 1001:0 /data && chmod -R 770 /data
ENV JAVA_HOME=/opt/java \
    PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    PARLEY_DATA=/data \
    WLP_OUTPUT_DIR=/tmp/parley \
    LOG_DIR=/tmp/parley/logs \
    HTTP_HOST=* \
    MANAGEMENT_HOST=*
USER 1001:0
VOLUME /data
# With PARLEY_PRODUCTION=true, port 9090 serves /health and /metrics: do not publish it.
EXPOSE 9080 9090
# A node drains its connections after SIGTERM, which takes at most 30 s: stop it with a longer grace period.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=12s --start-period=300s --retries=3 CMD ["/opt/parley/bin/parley", "health", "ready"]
ENTRYPOINT ["/opt/parley/bin/parley"]
CMD ["run"]

# That of pom.xml; ImageTest holds it.
ARG VERSION=1.0.0-SNAPSHOT
ARG REVISION=
ARG CREATED=
LABEL org.opencontainers.image.title="Parley" \
      org.opencontainers.image.description="Enterprise chat: every message through Kafka, stored in MySQL" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.documentation="/opt/parley/docs/deploy.md" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"

# For one-off containers, not for nodes: they need no client of the database.
FROM product AS tools
USER root
RUN apt-get update && apt-get install -y --no-install-recommends mariadb-client && rm -rf /var/lib/apt/lists/* \
    && mkdir /backup && chown 1001:0 /backup && chmod 770 /backup
USER 1001:0
HEALTHCHECK NONE
VOLUME /backup

# What is built without --target.
FROM product
