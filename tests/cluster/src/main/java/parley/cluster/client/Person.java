package parley.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** A registered user with the token of a session. */
public record Person(long id, String username, String password, String displayName, String token) {

    public static final String PASSWORD = "correct horse battery";

    /** A username that is not taken. */
    public static String newName(String like) {
        return like + "." + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }

    public static Person register(Node node, String like) {
        return register(node, like, like);
    }

    /** @param like what the username begins with */
    public static Person register(Node node, String like, String displayName) {
        var name = new AtomicReference<String>();
        var user = patiently(() -> Api.at(node)
                        .post(
                                "/api/users",
                                Json.of(
                                        "username",
                                        name.updateAndGet(tried -> newName(like)),
                                        "password",
                                        PASSWORD,
                                        "displayName",
                                        displayName)))
                .as(201);
        return new Person(user.path("id").asLong(), name.get(), PASSWORD, displayName, null).signIn(node);
    }

    /** Repeats a call that is answered with 503, as its Retry-After asks for: the machine may be busy. */
    private static Api.Reply patiently(Supplier<Api.Reply> call) {
        var deadline = Instant.now().plusSeconds(60);
        var reply = call.get();
        while (reply.status() == 503 && Instant.now().isBefore(deadline)) {
            Eventually.pause(Duration.ofSeconds(1));
            reply = call.get();
        }
        return reply;
    }

    /** The same user with a new session. */
    public Person signIn(Node node) {
        var session = patiently(
                        () -> Api.at(node).post("/api/session", Json.of("username", username, "password", password)))
                .as(200);
        return new Person(
                session.path("user").path("id").asLong(),
                username,
                password,
                displayName,
                session.path("token").asText());
    }

    public Api at(Node node) {
        return new Api(node, token);
    }

    /** The direct conversation with another user, which is created unless it exists. */
    public long direct(Node node, Person other) {
        var reply = patiently(() -> at(node).put("/api/conversations/direct/" + other.id));
        if (reply.status() != 200 && reply.status() != 201)
            throw new AssertionError(reply.status() + ": " + reply.text());
        return reply.json().path("id").asLong();
    }

    public long group(Node node, String title, Person... others) {
        var members = Arrays.stream(others).map(Person::id).toList();
        return patiently(() -> at(node).post("/api/conversations", Json.of("title", title, "members", members)))
                .as(201)
                .path("id")
                .asLong();
    }

    public JsonNode history(Node node, long conversation, String query) {
        return at(node).get("/api/conversations/" + conversation + "/messages" + query)
                .as(200);
    }

    /** All items of a conversation, in order, read from the newest page back to the first. */
    public List<JsonNode> items(Node node, long conversation, int limit) {
        var items = new ArrayList<JsonNode>();
        for (var query = "?limit=" + limit; ; ) {
            var page = history(node, conversation, query);
            items.addAll(0, items(page));
            if (!page.has("next")) return items;
            query = "?limit=" + limit + "&before=" + page.path("next").asText();
        }
    }

    /** Sends a message over REST. */
    public Api.Reply post(Node node, long conversation, String body) {
        return at(node).post(
                        "/api/conversations/" + conversation + "/messages", Json.of("cid", Cids.now(), "body", body));
    }

    /** The positions of all items of a conversation, in order. */
    public List<Long> positions(Node node, long conversation, int limit) {
        return positions(items(node, conversation, limit));
    }

    /** The positions of the items of a page. */
    public static List<Long> positions(JsonNode page) {
        return positions(items(page));
    }

    private static List<JsonNode> items(JsonNode page) {
        return page.path("items").valueStream().toList();
    }

    private static List<Long> positions(List<JsonNode> items) {
        return items.stream().map(item -> item.path("pos").asLong()).toList();
    }
}
