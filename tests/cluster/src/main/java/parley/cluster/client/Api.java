package parley.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import parley.cluster.server.Node;

/** REST calls to a node, with or without a session. */
public record Api(Node node, String token) {

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public static Api at(Node node) {
        return new Api(node, null);
    }

    public record Reply(int status, HttpHeaders headers, String text) {

        public JsonNode json() {
            return Json.parse(text);
        }

        public String code() {
            return json().path("code").asText();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The body, if the status is the expected one. */
        public JsonNode as(int expected) {
            if (status != expected) throw new AssertionError(status + " instead of " + expected + ": " + text);
            return json();
        }
    }

    public Reply get(String path) {
        return call("GET", path, null);
    }

    public Reply post(String path, JsonNode body) {
        return call("POST", path, body.toString());
    }

    public Reply put(String path) {
        return call("PUT", path, null);
    }

    public Reply patch(String path, JsonNode body) {
        return call("PATCH", path, body.toString());
    }

    public Reply delete(String path) {
        return call("DELETE", path, null);
    }

    /** Makes the same call many times concurrently. */
    public static List<Reply> atOnce(int times, IntFunction<Reply> call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<CompletableFuture<Reply>>();
            for (int i = 0; i < times; i++) {
                int which = i;
                all.add(CompletableFuture.supplyAsync(() -> call.apply(which), threads));
            }
            return all.stream().map(CompletableFuture::join).toList();
        }
    }

    /** @param body null for none */
    public Reply call(String method, String path, String body) {
        return call(method, path, body, more -> {});
    }

    public Reply call(String method, String path, String body, Consumer<HttpRequest.Builder> more) {
        var request = HttpRequest.newBuilder(node.http(path)).timeout(Duration.ofSeconds(60));
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (body != null) request.header("Content-Type", "application/json");
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        more.accept(request);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
