package parley.system.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import parley.cluster.server.OpenSearch;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;
import parley.cluster.server.TlsGate;

/**
 * A cluster next to the shared one, with an OpenSearch for its search. The second node reaches it with TLS and a password,
 * the first one without.
 */
record OpenSearchCluster(OpenSearch engine, TestCluster cluster) {

    private static final String USER = "parley";
    private static final String PASSWORD = "search secret";

    private static OpenSearchCluster shared;

    static synchronized OpenSearchCluster shared() {
        if (shared == null) {
            TestCluster.removeLeftOversOnce();
            var engine = new OpenSearch("opensearch");
            var gate = new TlsGate("opensearch-gate", engine.uri(), USER, PASSWORD);
            var cluster = TestCluster.likeShared()
                    .prefix("opensearch-")
                    .with(server -> server.equals("two") ? secured(gate) : plain(engine))
                    .whenEnded(() -> {
                        engine.kill();
                        gate.close();
                    })
                    .build();
            shared = new OpenSearchCluster(engine, cluster);
        }
        shared.engine.comeUp();
        shared.cluster.ensureReady();
        return shared;
    }

    private static Map<String, String> plain(OpenSearch engine) {
        return Map.of(
                "PARLEY_SEARCH_BACKEND",
                "opensearch",
                "PARLEY_SEARCH_URIS",
                engine.uri().toString());
    }

    private static Map<String, String> secured(TlsGate gate) {
        return Map.of(
                "PARLEY_SEARCH_BACKEND",
                "opensearch",
                "PARLEY_SEARCH_URIS",
                gate.uri().toString(),
                "PARLEY_SEARCH_USER",
                USER,
                "PARLEY_SEARCH_PASSWORDFILE",
                passwordFile(),
                "JVM_ARGS",
                gate.jvmOptions());
    }

    private static String passwordFile() {
        try {
            return Files.writeString(TestPaths.made(TestPaths.WORLD).resolve("opensearch-password"), PASSWORD + "\n")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
