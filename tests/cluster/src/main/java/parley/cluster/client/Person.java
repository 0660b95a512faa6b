package parley.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.ThreadLocalRandom;
import parley.cluster.server.Node;

/** Somebody who is registered and signed in, with a token that every node takes. */
public record Person(long id, String username, String password, String displayName, String token) {

    public static final String PASSWORD = "correct horse battery";

    /** A name that nobody has. */
    public static String newName(String like) {
        return like + "." + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }

    public static Person register(Node node, String like) {
        var name = newName(like);
        var user = Api.at(node)
                .post("/api/users", Json.of("username", name, "password", PASSWORD, "displayName", like))
                .as(201);
        return new Person(user.path("id").asLong(), name, PASSWORD, like, null).signIn(node);
    }

    /** The same person with a session of its own. */
    public Person signIn(Node node) {
        var session = Api.at(node)
                .post("/api/session", Json.of("username", username, "password", password))
                .as(200);
        return new Person(
                id, username, password, displayName, session.path("token").asText());
    }

    public Api at(Node node) {
        return new Api(node, token);
    }

    /** The one conversation with the other. */
    public long direct(Node node, Person other) {
        var reply = at(node).put("/api/conversations/direct/" + other.id);
        if (reply.status() != 200 && reply.status() != 201)
            throw new AssertionError(reply.status() + ": " + reply.text());
        return reply.json().path("id").asLong();
    }

    public long group(Node node, String title, Person... others) {
        var members = java.util.Arrays.stream(others).map(Person::id).toList();
        return at(node).post("/api/conversations", Json.of("title", title, "members", members))
                .as(201)
                .path("id")
                .asLong();
    }

    public JsonNode history(Node node, long conversation, String query) {
        return at(node).get("/api/conversations/" + conversation + "/messages" + query)
                .as(200);
    }
}
