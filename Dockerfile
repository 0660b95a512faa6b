# Parley in an Open Liberty image: chat and persister are the same image with other variables (see README.md).
# Build the artefacts first: ./mvnw package
FROM icr.io/appcafe/open-liberty:26.0.0.5-full-java21-openj9-ubi-minimal

COPY --chown=1001:0 src/main/liberty/config/ /config/
COPY --chown=1001:0 chat-ear/target/chat.ear chat-persister/target/chat-persister.war /config/apps/
COPY --chown=1001:0 chat-ear/target/jdbc/ /config/jdbc/

# The key of the tokens: the same for all nodes, so a volume or a secret.
ENV PARLEY_ROLE=chat \
    PARLEY_APPLICATION=chat.ear \
    PARLEY_DATA=/data \
    HTTP_HOST=* \
    MANAGEMENT_HOST=*
VOLUME /data
# The second one serves /health and /metrics in production mode (PARLEY_PRODUCTION=true): do not publish it.
EXPOSE 9080 9090
