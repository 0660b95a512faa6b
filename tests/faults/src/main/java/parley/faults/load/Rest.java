package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import parley.cluster.client.Json;
import parley.cluster.server.Node;

/** Asynchronous REST requests to any node. */
final class Rest {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int RESPONSE_MILLIS = 20_000;
    private static final int CONNECTIONS = 32;

    private final HttpClient http;

    Rest(Vertx vertx) {
        http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setIdleTimeout(30),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    record Response(int status, JsonNode json) {

        boolean isOk() {
            return status >= 200 && status < 300;
        }

        boolean isRetryable() {
            return status >= 500 || status == 429;
        }

        String code() {
            return json.path("code").asText("status " + status);
        }
    }

    /** @param body null for a request without a body */
    Future<Response> call(HttpMethod method, Node node, String path, String token, String body) {
        return call(method, node, path, token, body == null ? null : Buffer.buffer(body), "application/json", null);
    }

    /**
     * @param type of the body
     * @param range the header Content-Range, or null
     */
    Future<Response> call(
            HttpMethod method, Node node, String path, String token, Buffer body, String type, String range) {
        return send(method, node, path, token, body, type, range)
                .map(bytes ->
                        new Response(bytes.status(), Json.parse(bytes.body().toString())));
    }

    record Bytes(int status, Buffer body) {

        boolean isRetryable() {
            return status >= 500 || status == 429;
        }
    }

    /** What is at a path, whatever its type. */
    Future<Bytes> bytes(Node node, String path, String token) {
        return send(HttpMethod.GET, node, path, token, null, null, null);
    }

    private Future<Bytes> send(
            HttpMethod method, Node node, String path, String token, Buffer body, String type, String range) {
        var uri = node.http(path);
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(uri.getHost())
                .setPort(uri.getPort())
                .setURI(path)
                .setTimeout(RESPONSE_MILLIS)
                .setIdleTimeout(RESPONSE_MILLIS)
                .putHeader("Authorization", "Bearer " + token);
        if (body != null) options.putHeader("Content-Type", type);
        if (range != null) options.putHeader("Content-Range", range);
        return http.request(options)
                .compose(request -> body == null ? request.send() : request.send(body))
                .compose(response -> response.body().map(bytes -> new Bytes(response.statusCode(), bytes)));
    }

    Future<Response> get(Node node, String path, String token) {
        return call(HttpMethod.GET, node, path, token, null);
    }
}
