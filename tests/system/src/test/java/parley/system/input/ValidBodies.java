package parley.system.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Operator;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** For each call with a body: its path, an authorized caller, and a valid body. */
final class ValidBodies {

    /**
     * @param path with its ids
     * @param token null where nobody needs to be signed in
     * @param optional the fields that may be missing or null
     * @param valid a body that is taken each time that it is made
     */
    record Call(String method, String path, String token, Set<String> optional, Supplier<ObjectNode> valid) {

        /** A member can be added without a body. */
        boolean mayBeEmpty() {
            return method.equals("PUT");
        }
    }

    /** A call that takes a body and is not here fails RowsTest. */
    static final List<String> CALLS = List.of(
            "POST /api/users",
            "POST /api/session",
            "POST /api/conversations",
            "PATCH /api/conversations/{id}",
            "POST /api/conversations/{id}/messages",
            "PUT /api/conversations/{id}/members/{user}",
            "POST /api/admin/invitations",
            "POST /api/admin/commands");

    private final Map<String, Call> calls = new LinkedHashMap<>();

    ValidBodies(TestCluster cluster) {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.one(), "kim");
        var operator = Operator.of(cluster).person();
        long group = ada.group(cluster.one(), "bodies", kim);
        add(
                "POST /api/users",
                "/api/users",
                null,
                Set.of("displayName", "invitation"),
                () -> Json.of(
                        "username", Person.newName("new"), "password", Person.PASSWORD, "displayName", "Somebody new"));
        add(
                "PUT /api/conversations/{id}/members/{user}",
                "/api/conversations/" + group + "/members/" + kim.id(),
                ada.token(),
                Set.of("role"),
                () -> Json.of("role", "member"));
        add(
                "POST /api/admin/invitations",
                "/api/admin/invitations",
                operator.token(),
                Set.of("expiresInHours", "username"),
                () -> Json.of("expiresInHours", 1));
        // One after the other: a wrong password here and there keeps none of them out.
        var turns = new AtomicInteger();
        var several = Stream.generate(() -> Person.register(cluster.one(), "signs.in"))
                .limit(10)
                .toList();
        add("POST /api/session", "/api/session", null, Set.of(), () -> {
            var next = several.get(turns.getAndIncrement() % several.size());
            return Json.of("username", next.username(), "password", next.password());
        });
        add(
                "POST /api/conversations",
                "/api/conversations",
                ada.token(),
                Set.of(),
                () -> Json.of("title", "made by a body", "members", new long[] {kim.id(), ada.id()}));
        add(
                "PATCH /api/conversations/{id}",
                "/api/conversations/" + group,
                ada.token(),
                Set.of(),
                () -> Json.of("title", "renamed by a body"));
        add(
                "POST /api/conversations/{id}/messages",
                "/api/conversations/" + group + "/messages",
                ada.token(),
                Set.of("replyTo"),
                () -> Json.of("cid", Cids.now(), "body", "written by a body", "replyTo", 1));
        add(
                "POST /api/admin/commands",
                "/api/admin/commands",
                operator.token(),
                Set.of(),
                () -> Json.of("kind", "repair", "partition", 3));
    }

    private void add(String call, String path, String token, Set<String> optional, Supplier<ObjectNode> valid) {
        calls.put(call, new Call(call.substring(0, call.indexOf(' ')), path, token, optional, valid));
    }

    Map<String, Call> calls() {
        if (!calls.keySet().containsAll(CALLS)) throw new IllegalStateException("a call has no body");
        return calls;
    }
}
