package parley.system.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import parley.cluster.client.Api;
import parley.cluster.client.Json;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;

/**
 * A third node with the default limits, where registration requires an invitation. It trusts the tests as its proxy, so
 * that each can use addresses of its own.
 */
final class Strict {

    private static Node node;

    private Strict() {}

    static synchronized Node node(TestCluster cluster) {
        if (node == null) {
            node = cluster.another(
                    "strict",
                    Map.of(
                            "PARLEY_PROXIES",
                            "127.0.0.0/8",
                            "PARLEY_REGISTRATION",
                            "invited",
                            "PARLEY_PASSWORD_ITERATIONS",
                            "30000"));
            var started = node;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (started.isAlive()) started.kill();
            }));
        }
        if (!node.isAlive()) node.start();
        node.awaitReady();
        return node;
    }

    static Api.Reply signIn(Node at, String address, String username, String password, String cookie) {
        return Api.at(at)
                .call(
                        "POST",
                        "/api/session",
                        Json.of("username", username, "password", password).toString(),
                        request -> {
                            request.header("X-Forwarded-For", address);
                            if (cookie != null) request.header("Cookie", cookie);
                        });
    }

    /** The security events that it has logged. */
    static List<JsonNode> events() {
        try (var lines = Files.lines(TestPaths.WORLD.resolve("logs/strict.log"))) {
            return lines.filter(line -> line.contains("\"event\":"))
                    .map(line -> Json.parse(line.substring(line.indexOf("{\""))))
                    .filter(event -> event.has("event"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
