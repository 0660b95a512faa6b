package parley.cli.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Json;

/** Calls to one node or its proxy, with or without a session. */
public final class RestClient {

    /** A ledger of millions of records takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Supplier<String> token;
    private final String hint;

    /**
     * @param base such as {@code https://chat.example.org/chat}
     * @param token null for calls that need none
     */
    public RestClient(URI base, String token) {
        this(
                base,
                token == null ? null : () -> token,
                "the token is not valid or has expired: run `parley sign-in USERNAME`");
    }

    /**
     * @param token returns what is valid now
     * @param hint what to say if it is refused
     */
    public RestClient(URI base, Supplier<String> token, String hint) {
        this.base = base;
        this.token = token;
        this.hint = hint;
    }

    public RestClient as(String otherToken) {
        return new RestClient(base, otherToken);
    }

    public JsonObject get(String path) {
        return call("GET", path, null);
    }

    public JsonObject post(String path, JsonObject body) {
        return call("POST", path, body);
    }

    public JsonObject put(String path, JsonObject body) {
        return call("PUT", path, body);
    }

    public JsonObject delete(String path) {
        return call("DELETE", path, null);
    }

    /** Any answer, also one that is no JSON and no success. */
    public HttpResponse<String> raw(String path) {
        return send(request(path).GET());
    }

    /** The address of the WebSocket. */
    public URI socket() {
        return URI.create(base.toString().replaceFirst("^http", "ws").replaceFirst("/$", "") + "/ws");
    }

    public HttpClient http() {
        return http;
    }

    public String token() {
        return token.get();
    }

    public static String encoded(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    private JsonObject call(String method, String path, JsonObject body) {
        var request = request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        // Not for raw answers: metrics are text, and are refused to a client that wants JSON.
        request.header("Accept", "application/json");
        if (body != null) request.header("Content-Type", "application/json");
        var response = send(request);
        var answer = parsed(response);
        if (response.statusCode() / 100 == 2) return answer;
        throw failure(path, response.statusCode(), answer);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base.toString().replaceFirst("/$", "") + path))
                .timeout(PATIENCE);
        if (token != null) request.header("Authorization", "Bearer " + token.get());
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw CliFailure.unreachable(base + " does not answer: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CliFailure.failed("interrupted", e);
        }
    }

    private static String reason(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause())
            if (cause.getMessage() != null) return cause.getMessage();
        return failed.getClass().getSimpleName();
    }

    /** Empty if it is no JSON: a proxy in front of the node answers with HTML. */
    private static JsonObject parsed(HttpResponse<String> response) {
        try {
            return response.body().isBlank() ? JsonObject.EMPTY_JSON_OBJECT : Json.parse(response.body());
        } catch (JsonException notJson) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    private CliFailure failure(String path, int status, JsonObject problem) {
        var detail = problem.getString("detail", problem.getString("title", "status " + status));
        if (problem.get("fields") instanceof JsonArray fields)
            detail += fields.getValuesAs(JsonObject.class).stream()
                    .map(field -> " " + field.getString("field", "") + ": " + field.getString("message", "") + ".")
                    .collect(Collectors.joining());
        if (status == 401 && token == null && !path.equals("/api/session"))
            return CliFailure.refused("this needs the token of an operator: run `parley sign-in USERNAME` first");
        if (status == 401 && token != null) return CliFailure.refused(hint);
        if (status >= 500) return CliFailure.unreachable(base + " answered " + status + ": " + detail, null);
        return CliFailure.refused(detail + " (" + status + ")");
    }
}
