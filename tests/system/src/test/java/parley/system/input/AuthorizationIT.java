package parley.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.client.Uploads;
import parley.cluster.server.TestCluster;

/** Authorization of every call and frame type for every kind of caller. RowsTest fails if a row is missing. */
class AuthorizationIT {

    static final Table CALLS = Table.of("""
            call                                         | nobody | forged | expired | signed out | stranger | removed | member | owner | operator
            POST /api/users                              | 201    | 201    | 201     | 201        | 201      | 201     | 201    | 201   | 201
            GET /api/users                               | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            POST /api/session                            | 200    | 200    | 200     | 200        | 200      | 200     | 200    | 200   | 200
            GET /api/session                             | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            DELETE /api/session                          | 401    | 401    | 401     | 401        | 204      | 204     | 204    | 204   | 204
            GET /api/conversations                       | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            GET /api/channels                            | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            POST /api/conversations                      | 401    | 401    | 401     | 401        | 201      | 201     | 201    | 201   | 201
            PUT /api/conversations/direct/{user}         | 401    | 401    | 401     | 401        | 20x      | 20x     | 20x    | 20x   | 20x
            GET /api/conversations/{id}                  | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            PATCH /api/conversations/{id}                | 401    | 401    | 401     | 401        | 404      | 404     | 403    | 200   | 404
            GET /api/conversations/{id}/members          | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            PUT /api/conversations/{id}/members/{user}   | 401    | 401    | 401     | 401        | 404      | 404     | 403    | 20x   | 404
            DELETE /api/conversations/{id}/members/{user}| 401    | 401    | 401     | 401        | 404      | 404     | 403    | 204   | 404
            GET /api/conversations/{id}/messages         | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            POST /api/conversations/{id}/messages        | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            GET /api/conversations/{id}/receipts         | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            POST /api/conversations/{id}/messages/{pos}/report | 401 | 401 | 401    | 401        | 404      | 404     | 20x    | 20x   | 404
            GET /api/conversations/{id}/messages/{pos}/preview | 401 | 401 | 401   | 401        | 404      | 404     | 200    | 200   | 404
            GET /api/conversations/{id}/reports          | 401    | 401    | 401     | 401        | 404      | 404     | 403    | 200   | 404
            POST /api/conversations/{id}/reports/{report}/resolve | 401 | 401 | 401 | 401        | 404      | 404     | 403    | 200   | 404
            GET /api/conversations/{id}/files            | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            POST /api/files                              | 401    | 401    | 401     | 401        | 201      | 201     | 201    | 201   | 201
            GET /api/files/{file}                        | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            GET /api/files/{file}/thumbnail              | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            GET /api/files/{file}/upload                 | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 404   | 404
            PUT /api/files/{file}/content                | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 404   | 404
            DELETE /api/files/{file}                     | 401    | 401    | 401     | 401        | 404      | 404     | 409    | 404   | 404
            GET /api/mentions                            | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            GET /api/search                              | 401    | 401    | 401     | 401        | 400      | 400     | 400    | 400   | 400
            GET /api/unread                              | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            GET /api/me/blocks                           | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            PUT /api/me/blocks/{user}                    | 401    | 401    | 401     | 401        | 204      | 204     | 204    | 204   | 204
            DELETE /api/me/blocks/{user}                 | 401    | 401    | 401     | 401        | 204      | 204     | 204    | 204   | 204
            GET /api/me                                  | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            PATCH /api/me                                | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            PUT /api/me/password                         | 401    | 401    | 401     | 401        | 204      | 204     | 204    | 204   | 204
            GET /api/me/sessions                         | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            DELETE /api/me/sessions                      | 401    | 401    | 401     | 401        | 204      | 204     | 204    | 204   | 204
            DELETE /api/me/sessions/{session}            | 401    | 401    | 401     | 401        | 204      | 204     | 204    | 204   | 204
            PUT /api/me/drafts/{id}                      | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            DELETE /api/me/drafts/{id}                   | 401    | 401    | 401     | 401        | 204      | 204     | 204    | 204   | 204
            PUT /api/me/conversations/{id}/settings      | 401    | 401    | 401     | 401        | 404      | 404     | 200    | 200   | 404
            PUT /api/me/settings                         | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            PUT /api/me/status                           | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            PUT /api/me/dnd                              | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            PUT /api/me/hours                            | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            PUT /api/me/sidebar                          | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            PUT /api/me/preferences                      | 401    | 401    | 401     | 401        | 200      | 200     | 200    | 200   | 200
            GET /api/installation                        | 200    | 200    | 200     | 200        | 200      | 200     | 200    | 200   | 200
            POST /api/admin/invitations                  | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 201
            GET /api/admin/users/{user}/sessions         | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 200
            DELETE /api/admin/users/{user}/sessions      | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 204
            DELETE /api/admin/users/{user}/sessions/{session} | 401 | 401  | 401     | 401        | 403      | 403     | 403    | 403   | 204
            GET /api/admin/ledger                        | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 200
            GET /api/admin/conversations                 | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 200
            GET /api/admin/dead-letters                  | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 200
            PUT /api/admin/users/{user}/password         | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 204
            GET /api/admin/commands                      | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 200
            GET /api/admin/search                        | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 200
            POST /api/admin/search/rebuild               | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 204
            POST /api/admin/commands                     | 401    | 401    | 401     | 401        | 403      | 403     | 403    | 403   | 202
            """);

    /** Paths that the server itself serves outside of production mode. */
    static final Table ADDRESSES = Table.of("""
            call                | nobody | forged | expired | signed out | stranger | operator
            GET /               | 200    | 200    | 200     | 200        | 200      | 200
            GET /index.html     | 200    | 200    | 200     | 200        | 200      | 200
            GET /nothing        | 404    | 404    | 404     | 404        | 404      | 404
            GET /assets/nothing | 404    | 404    | 404     | 404        | 404      | 404
            GET /api            | 401    | 401    | 401     | 401        | 404      | 404
            GET /api/users?ids=1 | 401   | 401    | 401     | 401        | 200      | 200
            GET /api/nothing    | 401    | 401    | 401     | 401        | 404      | 404
            GET /health/started | 200    | 200    | 200     | 200        | 200      | 200
            GET /health/live    | 200    | 200    | 200     | 200        | 200      | 200
            GET /health/ready   | 200    | 200    | 200     | 200        | 200      | 200
            GET /metrics        | 200    | 200    | 200     | 200        | 200      | 200
            GET /openapi        | 200    | 200    | 200     | 200        | 200      | 200
            GET /openapi/ui/    | 200    | 200    | 200     | 200        | 200      | 200
            """);

    /** The status of the handshake, the type of the answer, or the code of the err; {@code -} for no answer. */
    static final Table FRAMES = Table.of("""
            frame  | nobody | forged | expired | signed out | not greeted | stranger  | removed   | member    | owner     | operator
            hello  | 401    | 401    | 401     | 401        | welcome     | conflict  | conflict  | conflict  | conflict  | conflict
            send   | 401    | 401    | 401     | 401        | forbidden   | not_found | not_found | ok        | ok        | not_found
            edit   | 401    | 401    | 401     | 401        | forbidden   | not_found | not_found | ok        | forbidden | not_found
            revoke | 401    | 401    | 401     | 401        | forbidden   | not_found | not_found | ok        | ok        | not_found
            react  | 401    | 401    | 401     | 401        | forbidden   | not_found | not_found | ok        | ok        | not_found
            read   | 401    | 401    | 401     | 401        | forbidden   | not_found | not_found | ok        | ok        | not_found
            unread | 401    | 401    | 401     | 401        | forbidden   | not_found | not_found | ok        | ok        | not_found
            typing | 401    | 401    | 401     | 401        | forbidden   | not_found | not_found | ok        | ok        | not_found
            watch  | 401    | 401    | 401     | 401        | forbidden   | ok        | ok        | ok        | ok        | ok
            active | 401    | 401    | 401     | 401        | forbidden   | ok        | ok        | ok        | ok        | ok
            idle   | 401    | 401    | 401     | 401        | forbidden   | ok        | ok        | ok        | ok        | ok
            ping   | 401    | 401    | 401     | 401        | pong        | pong      | pong      | pong      | pong      | pong
            """);

    private final TestCluster cluster = TestCluster.shared();
    private final Callers callers = new Callers(cluster);

    @Test
    void every_call_is_answered_as_the_table_says() {
        var wrong = new ArrayList<String>();
        CALLS.rows().forEach((call, row) -> {
            boolean changes = call.endsWith("/members/{user}") && !call.startsWith("GET");
            long shared = changes ? 0 : callers.group();
            row.forEach((caller, expected) -> {
                var reply = call(call, caller, changes ? callers.group() : shared);
                if (!is(expected, reply.status()))
                    wrong.add(
                            call + " by " + caller + ": " + reply.status() + ", not " + expected + ": " + reply.text());
                if (reply.status() >= 400) {
                    var fault = Refusals.fault(reply.status(), reply.header("Content-Type"), reply.text());
                    if (!fault.isEmpty()) wrong.add(call + " by " + caller + ": " + fault);
                }
            });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_other_address_is_answered_as_the_table_says() {
        var wrong = new ArrayList<String>();
        ADDRESSES
                .rows()
                .forEach((call, row) -> row.forEach((caller, expected) -> {
                    var reply = api(caller).get(call.substring(call.indexOf('/')));
                    if (!is(expected, reply.status()))
                        wrong.add(call + " by " + caller + ": " + reply.status() + ", not " + expected);
                    if (reply.status() >= 400 && !Refusals.leak(reply.text()).isEmpty())
                        wrong.add(call + " by " + caller + ": " + Refusals.leak(reply.text()));
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_frame_is_answered_as_the_table_says() {
        var wrong = new ArrayList<String>();
        FRAMES.rows().forEach((type, row) -> {
            long group = callers.group();
            row.forEach((caller, expected) -> {
                var got = frame(type, caller, group);
                if (!got.equals(expected)) wrong.add(type + " by " + caller + ": " + got + ", not " + expected);
            });
        });
        assertThat(wrong).isEmpty();
    }

    private Api api(String caller) {
        var person = callers.of(caller);
        return person == null ? Api.at(cluster.one()) : person.at(cluster.one());
    }

    private Api.Reply call(String call, String caller, long group) {
        // These calls end sessions.
        boolean ends = call.contains("session") || call.contains("password");
        var person = ends ? callers.withNewSession(caller) : callers.of(caller);
        // This call ends sessions that the other rows need.
        if (call.equals("DELETE /api/me/sessions") && isSignedIn(person))
            person = Person.register(cluster.one(), "alone");
        var api = person == null ? Api.at(cluster.one()) : person.at(cluster.one());
        var method = call.substring(0, call.indexOf(' '));
        boolean isAdding = method.equals("PUT");
        var path = call.substring(call.indexOf('/'))
                .replace("{id}", "" + group)
                .replace("{user}", "" + (isAdding ? callers.removed.id() : callers.target.id()));
        if (path.contains("{pos}")) path = path.replace("{pos}", "" + said(group));
        if (path.endsWith("/receipts")) path += "?pos=" + said(group);
        if (path.contains("{file}")) path = path.replace("{file}", "" + file(group));
        if (path.contains("{report}")) path = path.replace("{report}", "" + report(group));
        // Adding needs a user who is no member, and a direct conversation needs another user.
        if (call.contains("/me/blocks/")) path = "/api/me/blocks/" + callers.target.id();
        // A reset ends all sessions of the user.
        if (call.contains("/admin/users/{user}/password"))
            path = "/api/admin/users/"
                    + Person.register(cluster.one(), "forgets").id() + "/password";
        if (call.contains("/sessions")) path = sessions(call, person);
        if (call.contains("direct")) path = "/api/conversations/direct/" + callers.target.id();
        return api.call(method, path, body(call, person == null ? Person.PASSWORD : person.password()));
    }

    /** Of a user whose sessions nobody else needs, or of the caller. */
    private String sessions(String call, Person person) {
        boolean isAdmin = call.contains("/admin/");
        var user = isAdmin ? Person.register(cluster.one(), "ended") : person;
        var path = isAdmin ? "/api/admin/users/" + user.id() + "/sessions" : "/api/me/sessions";
        if (!call.contains("{session}")) return path;
        return path + "/" + (isSignedIn(user) ? present(user.signIn(cluster.one())) : UUID.randomUUID());
    }

    private boolean isSignedIn(Person person) {
        return person != null && person.at(cluster.one()).get("/api/session").status() == 200;
    }

    /** The id of a session. */
    private String present(Person session) {
        for (var item :
                session.at(cluster.one()).get("/api/me/sessions").as(200).path("items"))
            if (item.has("current")) return item.path("id").asText();
        throw new AssertionError("the present session is not in the list");
    }

    /** @param password of the caller */
    private String body(String call, String password) {
        ObjectNode body = switch (call) {
            case "POST /api/users" -> Json.of("username", Person.newName("made"), "password", Person.PASSWORD);
            case "POST /api/session" ->
                Json.of("username", callers.target.username(), "password", callers.target.password());
            case "POST /api/conversations" -> Json.of("title", "made", "members", new long[] {callers.target.id()});
            case "PATCH /api/conversations/{id}" -> Json.of("title", "renamed");
            case "POST /api/conversations/{id}/messages" -> Json.of("cid", Cids.now(), "body", "written");
            case "POST /api/files" -> Json.of("name", "boiler.jpg", "size", 10);
            case "PUT /api/files/{file}/content" -> Json.of("any", "bytes");
            case "PATCH /api/me" -> Json.of("displayName", "Renamed");
            case "PUT /api/me/password" -> Json.of("current", password, "password", password);
            case "PUT /api/me/drafts/{id}" -> Json.of("body", "a draft");
            case "PUT /api/me/conversations/{id}/settings" -> Json.of("level", "mentions");
            case "PUT /api/me/settings" -> Json.of("sound", false);
            case "PUT /api/me/status", "PUT /api/me/dnd", "PUT /api/me/hours" -> Json.of();
            case "PUT /api/me/sidebar" -> Json.of("favourites", new long[0]);
            case "PUT /api/me/preferences" -> Json.of("theme", "dark");
            case "PUT /api/admin/users/{user}/password" -> Json.of("password", Person.PASSWORD);
            case "POST /api/admin/invitations" -> Json.of("expiresInHours", 1);
            case "POST /api/admin/commands" -> Json.of("kind", "repair", "partition", 2);
            default -> null;
        };
        return body == null ? null : body.toString();
    }

    /** The position of a message of the member. */
    private long said(long group) {
        return callers.member
                .post(cluster.one(), group, "the member's")
                .as(200)
                .path("pos")
                .asLong();
    }

    /** The id of a picture that the member has sent. */
    private long file(long group) {
        var picture = Uploads.picture(4, 3);
        long file = Uploads.file(cluster.one(), callers.member, "boiler.png", picture);
        callers.member
                .at(cluster.one())
                .post("/api/conversations/" + group + "/messages", Json.of("cid", Cids.now(), "files", new long[] {file
                }))
                .as(200);
        return file;
    }

    /** The id of a report of such a message. */
    private long report(long group) {
        return callers.target
                .at(cluster.one())
                .post("/api/conversations/" + group + "/messages/" + said(group) + "/report", Json.of("reason", "why"))
                .as(201)
                .path("id")
                .asLong();
    }

    private String frame(String type, String caller, long group) {
        long pos = said(group);
        var person = callers.of(caller);
        if (person == null) person = new Person(0, "", "", "", "");
        try (var chat = caller.equals("not greeted")
                ? Chat.connect(cluster.one(), person)
                : Chat.hello(cluster.one(), person)) {
            return said(chat.now(frame(type, group, pos)));
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake)
                return "" + handshake.getResponse().statusCode();
            throw refused;
        }
    }

    private ObjectNode frame(String type, long group, long pos) {
        var frame = Json.of("t", type);
        return switch (type) {
            case "hello", "ping", "active", "idle" -> frame;
            case "send" -> frame.put("cid", Cids.now()).put("conv", group).put("body", "sent");
            case "edit" ->
                frame.put("cid", Cids.now()).put("conv", group).put("pos", pos).put("body", "edited");
            case "revoke" -> frame.put("cid", Cids.now()).put("conv", group).put("pos", pos);
            case "react" ->
                frame.put("cid", Cids.now())
                        .put("conv", group)
                        .put("pos", pos)
                        .put("emoji", "\ud83d\udc4d")
                        .put("on", true);
            case "read", "unread" -> frame.put("conv", group).put("pos", pos);
            case "typing" -> frame.put("conv", group);
            case "watch" -> frame.setAll(Json.of("users", new long[] {callers.target.id()}));
            default -> throw new IllegalArgumentException("nobody here knows how to send " + type);
        };
    }

    private static String said(JsonNode answer) {
        var type = answer.path("t").asText();
        return type.equals("err") ? answer.path("code").asText() : type;
    }

    private static boolean is(String expected, int status) {
        return expected.equals("20x") ? status == 200 || status == 201 : expected.equals("" + status);
    }
}
