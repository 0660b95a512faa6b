package parley.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import parley.cluster.client.Json;
import parley.cluster.client.Person;

/**
 * An installation as its users reach it.
 *
 * @param path below which nginx serves it; empty at the root
 */
record Site(HttpClient http, Nginx nginx, String path) {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    Person signUp(String like) {
        var name = Person.newName(like);
        var account = Json.of("username", name, "password", Person.PASSWORD, "displayName", like);
        var user = Json.parse(send(request("/api/users").POST(json(account))).body());
        var session = Json.parse(signIn(name).body());
        return new Person(
                user.path("id").asLong(),
                name,
                Person.PASSWORD,
                like,
                session.path("token").asText());
    }

    HttpResponse<String> signIn(String username) {
        return send(request("/api/session").POST(json(Json.of("username", username, "password", Person.PASSWORD))));
    }

    JsonNode call(Person person, String method, String path) {
        return Json.parse(send(request(path)
                        .header("Authorization", "Bearer " + person.token())
                        .method(method, BodyPublishers.noBody()))
                .body());
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = request(path);
        if (headers.length > 0) request.headers(headers);
        return answer(request);
    }

    URI socket() {
        return nginx.wss(path + "/ws");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(nginx.https(this.path + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var response = answer(request);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return response;
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
