package parley.system.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
     * @param tokens the next one for each call; null where nobody needs to be signed in
     * @param optional the fields that may be missing or null
     * @param valid a body that is taken each time that it is made
     */
    record Call(String method, String path, Supplier<String> tokens, Set<String> optional, Supplier<ObjectNode> valid) {

        /** Null where nobody needs to be signed in. */
        String token() {
            return tokens.get();
        }

        /** A member can be added, and a message reported, without a body. */
        boolean mayBeEmpty() {
            return method.equals("PUT") && path.contains("/members/") || path.endsWith("/report");
        }
    }

    /** A call that takes a body and is not here fails RowsTest. */
    static final List<String> CALLS = List.of(
            "POST /api/users",
            "POST /api/session",
            "POST /api/conversations",
            "PATCH /api/conversations/{id}",
            "POST /api/conversations/{id}/messages",
            "POST /api/conversations/{id}/messages/{pos}/report",
            "PUT /api/conversations/{id}/members/{user}",
            "POST /api/files",
            "PATCH /api/me",
            "PUT /api/me/password",
            "PUT /api/me/drafts/{id}",
            "PUT /api/me/conversations/{id}/settings",
            "PUT /api/me/settings",
            "PUT /api/me/status",
            "PUT /api/me/dnd",
            "PUT /api/me/hours",
            "PUT /api/me/sidebar",
            "PUT /api/me/preferences",
            "POST /api/admin/invitations",
            "POST /api/admin/commands",
            "PUT /api/admin/users/{user}/password");

    private static final String NEVER = "9999-12-31T23:59:59Z";

    private final Map<String, Call> calls = new LinkedHashMap<>();

    ValidBodies(TestCluster cluster) {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.one(), "kim");
        var operator = Operator.of(cluster).person();
        long group = ada.group(cluster.one(), "bodies", kim);
        add(
                "POST /api/users",
                "/api/users",
                (String) null,
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
        add("POST /api/session", "/api/session", (String) null, Set.of(), () -> {
            var next = several.get(turns.getAndIncrement() % several.size());
            return Json.of("username", next.username(), "password", next.password());
        });
        add(
                "POST /api/conversations",
                "/api/conversations",
                ada.token(),
                Set.of("title", "topic", "visibility", "posting", "history"),
                () -> Json.of(
                        "title",
                        "made by a body",
                        "topic",
                        "bodies",
                        "visibility",
                        "private",
                        "posting",
                        "all",
                        "history",
                        "all",
                        "members",
                        new long[] {kim.id(), ada.id()}));
        add(
                "PATCH /api/conversations/{id}",
                "/api/conversations/" + group,
                ada.token(),
                Set.of("title", "topic", "visibility", "posting", "history"),
                () -> Json.of(
                        "title",
                        "renamed by a body",
                        "topic",
                        "bodies",
                        "visibility",
                        "private",
                        "posting",
                        "all",
                        "history",
                        "all"));
        long reported =
                ada.post(cluster.one(), group, "reported").as(200).path("pos").asLong();
        add(
                "POST /api/conversations/{id}/messages/{pos}/report",
                "/api/conversations/" + group + "/messages/" + reported + "/report",
                kim.token(),
                Set.of("reason"),
                () -> Json.of("reason", "reported by a body"));
        add(
                "POST /api/conversations/{id}/messages",
                "/api/conversations/" + group + "/messages",
                ada.token(),
                Set.of("replyTo", "files"),
                () -> Json.of("cid", Cids.now(), "body", "written by a body", "replyTo", 1, "files", new long[0]));
        add(
                "POST /api/files",
                "/api/files",
                uploader(cluster),
                Set.of(),
                () -> Json.of("name", "a body.txt", "size", 5));
        own(ada, group);
        password(cluster);
        add(
                "POST /api/admin/commands",
                "/api/admin/commands",
                operator.token(),
                Set.of(),
                () -> Json.of("kind", "repair", "partition", 3));
        add(
                "PUT /api/admin/users/{user}/password",
                "/api/admin/users/" + Person.register(cluster.one(), "forgets").id() + "/password",
                operator.token(),
                Set.of(),
                () -> Json.of("password", Person.PASSWORD));
    }

    /** By several users, because two changes of one password at the same time are a conflict. */
    private void password(TestCluster cluster) {
        var turns = new AtomicInteger();
        var several = Stream.generate(() -> Person.register(cluster.one(), "renews"))
                .limit(40)
                .toList();
        var call = "PUT /api/me/password";
        calls.put(
                call,
                new Call(
                        "PUT",
                        "/api/me/password",
                        () -> several.get(turns.getAndIncrement() % several.size())
                                .token(),
                        Set.of("endOtherSessions"),
                        // The same password, which stays valid for the next call.
                        () -> Json.of(
                                "current", Person.PASSWORD, "password", Person.PASSWORD, "endOtherSessions", false)));
    }

    private void own(Person ada, long group) {
        add("PATCH /api/me", "/api/me", ada.token(), Set.of(), () -> Json.of("displayName", "Renamed by a body"));
        add(
                "PUT /api/me/drafts/{id}",
                "/api/me/drafts/" + group,
                ada.token(),
                Set.of("replyTo", "updatedAt"),
                () -> Json.of("body", "a draft", "replyTo", 1, "updatedAt", "2026-03-01T10:15:30Z"));
        add(
                "PUT /api/me/conversations/{id}/settings",
                "/api/me/conversations/" + group + "/settings",
                ada.token(),
                Set.of("level", "mutedUntil"),
                () -> Json.of("level", "mentions", "mutedUntil", NEVER));
        add(
                "PUT /api/me/settings",
                "/api/me/settings",
                ada.token(),
                Set.of("direct", "keywords"),
                () -> Json.of("direct", true, "keywords", new String[] {"deploy"}));
        add(
                "PUT /api/me/status",
                "/api/me/status",
                ada.token(),
                Set.of("text", "emoji", "until"),
                () -> Json.of("text", "At lunch", "emoji", "\ud83c\udf5c", "until", soon()));
        add("PUT /api/me/dnd", "/api/me/dnd", ada.token(), Set.of("until"), () -> Json.of("until", soon()));
        add(
                "PUT /api/me/hours",
                "/api/me/hours",
                ada.token(),
                Set.of(),
                () -> Json.of("zone", "Europe/Stockholm", "days", new int[] {1, 2, 3}, "from", "09:00", "to", "17:30"));
        add(
                "PUT /api/me/sidebar",
                "/api/me/sidebar",
                ada.token(),
                Set.of("favourites"),
                () -> Json.of("favourites", new long[] {group}));
        add(
                "PUT /api/me/preferences",
                "/api/me/preferences",
                ada.token(),
                Set.of("theme", "enterSends", "page"),
                () -> Json.of("theme", "dark", "enterSends", true, "page", Json.of("sidebarWidth", 300)));
    }

    private static String soon() {
        return Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A user can have 100 uploads that are not sent. */
    private static Supplier<String> uploader(TestCluster cluster) {
        var turns = new AtomicInteger();
        var several = Stream.generate(() -> Person.register(cluster.one(), "uploads"))
                .limit(10)
                .toList();
        return () -> several.get(turns.getAndIncrement() % several.size()).token();
    }

    private void add(
            String call, String path, Supplier<String> tokens, Set<String> optional, Supplier<ObjectNode> valid) {
        calls.put(call, new Call(call.substring(0, call.indexOf(' ')), path, tokens, optional, valid));
    }

    private void add(String call, String path, String token, Set<String> optional, Supplier<ObjectNode> valid) {
        add(call, path, () -> token, optional, valid);
    }

    Map<String, Call> calls() {
        if (!calls.keySet().containsAll(CALLS)) throw new IllegalStateException("a call has no body");
        return calls;
    }
}
