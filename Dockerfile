# One image for every role; PARLEY_ROLE and PARLEY_APPLICATION select chat node or persister (see README.md).
# Run ./mvnw package first: the image takes the artifacts from the target folders.
# The JVM is HotSpot 25, which the figures in docs/performance.md were measured with. Open Liberty's own images carry
# another JVM, so only the server is taken from there.
FROM icr.io/appcafe/open-liberty:26.0.0.5-full-java21-openj9-ubi-minimal AS liberty

FROM eclipse-temurin:25-jre
COPY --from=liberty --chown=1001:0 /opt/ol/wlp/ /opt/ol/wlp/
ENV SERVER=/opt/ol/wlp/usr/servers/parley
COPY --chown=1001:0 src/main/liberty/config/ $SERVER/
COPY --chown=1001:0 chat-ear/target/chat.ear chat-persister/target/chat-persister.war $SERVER/apps/
COPY --chown=1001:0 chat-ear/target/jdbc/ $SERVER/jdbc/

# Every chat node needs the same token key: make /data a volume that they share, or mount the key as a secret.
RUN mkdir -p /data /logs /opt/ol/wlp/output && chown -R 1001:0 /data /logs /opt/ol/wlp/output $SERVER && chmod -R g=u /data /logs /opt/ol/wlp/output $SERVER
ENV PARLEY_ROLE=chat \
    PARLEY_APPLICATION=chat.ear \
    PARLEY_DATA=/data \
    HTTP_HOST=* \
    MANAGEMENT_HOST=* \
    LOG_DIR=/logs \
    WLP_OUTPUT_DIR=/opt/ol/wlp/output
VOLUME /data
USER 1001
# With PARLEY_PRODUCTION=true, port 9090 serves /health and /metrics: do not publish it.
EXPOSE 9080 9090
# Set the orchestrator's grace period to at least 30 s: a node drains its connections before it ends.
ENTRYPOINT ["/opt/ol/wlp/bin/server", "run", "parley"]
