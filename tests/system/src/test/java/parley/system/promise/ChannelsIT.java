package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** Public and private groups with their roles, on two nodes. */
class ChannelsIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Person ada = Person.register(cluster.one(), "ada");
    private final Person kim = Person.register(cluster.two(), "kim");
    private final Person eve = Person.register(cluster.two(), "eve");
    private final Chat adas = Chat.hello(cluster.one(), ada);
    private final Chat kims = Chat.hello(cluster.two(), kim);

    @AfterEach
    void disconnect() {
        adas.close();
        kims.close();
    }

    @Test
    void a_public_group_is_found_read_joined_and_left() {
        var title = Person.newName("engines");
        long group = group(Json.of("title", title, "topic", "boilers", "visibility", "public", "members", List.of()));
        long pos = adas.say(group, "welcome").path("pos").asLong();

        var found = eves("/api/channels?q=" + title.toUpperCase(java.util.Locale.ROOT));
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.path("items").path(0).toString())
                .isEqualTo(Json.of("id", group, "title", title, "topic", "boilers", "memberCount", 1, "joined", false)
                        .toString());
        var seen = eves("/api/conversations/" + group);
        assertThat(seen.has("role")).isFalse();
        assertThat(seen.path("visibility").asText()).isEqualTo("public");
        assertThat(Person.positions(eve.history(cluster.two(), group, ""))).contains(pos);
        try (var chat = Chat.hello(cluster.two(), eve)) {
            Chat.err("not_found", Chat.await(chat.send(group, Cids.now(), "not yet")));
            eve.at(cluster.two()).put(member(group, "me")).as(201);
            eve.at(cluster.two()).put(member(group, "me")).as(200);
            chat.one(
                    "conv",
                    frame -> conversation(frame, group).path("role").asText().equals("member"));
            var joined = adas.one("msg", frame -> is(frame, group, "member"));
            assertThat(joined.path("by").asLong()).isEqualTo(eve.id());
            assertThat(joined.path("user").asLong()).isEqualTo(eve.id());
            adas.message(chat.say(group, "hello").path("pos").asLong());
            assertThat(eves("/api/channels?q=" + title)
                            .path("items")
                            .path(0)
                            .path("joined")
                            .asBoolean())
                    .isTrue();

            assertThat(eve.at(cluster.one()).delete(member(group, "me")).status())
                    .isEqualTo(204);
            chat.one("conv", frame -> conversation(frame, group).path("gone").asBoolean());
            Chat.err("not_found", Chat.await(chat.send(group, Cids.now(), "once more")));
        }
        assertThat(eves("/api/conversations/" + group).has("role"))
                .as("still public")
                .isFalse();
    }

    @Test
    void a_private_group_is_neither_found_nor_joined() {
        var title = Person.newName("secret");
        long group = group(Json.of("title", title, "members", List.of(kim.id())));
        assertThat(eves("/api/channels?q=" + title).path("items")).isEmpty();
        assertThat(eve.at(cluster.two()).get("/api/conversations/" + group).status())
                .isEqualTo(404);
        assertThat(eve.at(cluster.two()).put(member(group, "me")).status()).isEqualTo(404);
    }

    @Test
    void every_change_is_shown_once_with_its_actor_live_in_history_and_after_a_reconnect() {
        long group = group(Json.of("title", "old", "members", List.of(kim.id())));
        kims.one("conv", frame -> conversation(frame, group).has("id"));
        long before = adas.say(group, "before").path("pos").asLong();
        kims.message(before);
        change(ada, group, Json.of("title", "new", "topic", "pumps", "posting", "moderators"))
                .as(200);

        var live = kims.one("msg", frame -> is(frame, group, "changed"));
        assertThat(live.path("by").asLong()).isEqualTo(ada.id());
        assertThat(live.path("title").asText()).isEqualTo("new");
        assertThat(live.path("topic").asText()).isEqualTo("pumps");
        assertThat(live.path("posting").asText()).isEqualTo("moderators");
        assertThat(live.has("visibility")).isFalse();
        assertThat(live.path("prev").asLong()).isEqualTo(before);
        kims.one(
                "conv",
                frame -> conversation(frame, group).path("topic").asText().equals("pumps"));

        change(ada, group, Json.of("title", "new")).as(200);
        for (var node : List.of(cluster.one(), cluster.two())) {
            var lines = kim.history(node, group, "?after=" + before).path("items");
            assertThat(lines).hasSize(1);
            same(lines.path(0), live);
        }
        try (var again = Chat.hello(cluster.one(), kim, Map.of(group, before))) {
            assertThat(again.hasRecovered(group)).isTrue();
            same(again.one("msg", frame -> is(frame, group, "changed")), live);
        }
        Stored.reaches_to_the_end_of_the_log(cluster);
        same(kim.history(cluster.two(), group, "?after=" + before).path("items").path(0), live);
    }

    @Test
    void roles_and_posting_decide_on_both_nodes() {
        long group = group(Json.of("title", "news", "posting", "moderators", "members", List.of(kim.id(), eve.id())));
        kims.one(
                "conv",
                frame -> conversation(frame, group).path("posting").asText().equals("moderators"));
        Eventually.holds(
                Chat.PATIENCE, () -> Chat.err("forbidden", Chat.await(kims.send(group, Cids.now(), "me too"))));
        long news = adas.say(group, "news").path("pos").asLong();
        kims.message(news);
        Chat.err("forbidden", kims.now(revoke(group, news)));
        assertThat(change(kim, group, Json.of("title", "mine")).status()).isEqualTo(403);
        assertThat(kim.at(cluster.two()).delete(member(group, "" + eve.id())).status())
                .isEqualTo(403);

        ada.at(cluster.one())
                .call(
                        "PUT",
                        member(group, "" + kim.id()),
                        Json.of("role", "moderator").toString())
                .as(200);
        kims.one(
                "conv",
                frame -> conversation(frame, group).path("role").asText().equals("moderator"));
        kims.say(group, "me too");
        Chat.ok(kims.now(revoke(group, news)));
        adas.one(
                "upd",
                frame -> frame.path("pos").asLong() == news && frame.path("by").asLong() == kim.id());
        change(kim, group, Json.of("topic", "what is new")).as(200);
        assertThat(change(kim, group, Json.of("visibility", "public")).status()).isEqualTo(403);
        assertThat(kim.at(cluster.two()).delete(member(group, "" + eve.id())).status())
                .isEqualTo(204);
        assertThat(kim.at(cluster.two()).delete(member(group, "" + ada.id())).status())
                .isEqualTo(403);
    }

    @Test
    void an_archived_group_is_read_only_until_it_is_restored() {
        long group = group(Json.of("title", "old", "members", List.of(kim.id())));
        kims.one("conv", frame -> conversation(frame, group).has("id"));
        long pos = kims.say(group, "before").path("pos").asLong();
        change(ada, group, Json.of("archived", true)).as(200);
        Chat.err("conflict", Chat.await(adas.send(group, Cids.now(), "too late")));
        kims.one(
                "msg",
                frame -> is(frame, group, "changed") && frame.path("archived").asBoolean());
        Chat.err("conflict", Chat.await(kims.send(group, Cids.now(), "too late")));
        Chat.err("conflict", kims.now(revoke(group, pos)));
        assertThat(change(ada, group, Json.of("title", "other")).status()).isEqualTo(409);
        assertThat(ada.at(cluster.one()).put(member(group, "" + eve.id())).status())
                .isEqualTo(409);
        assertThat(Person.positions(kim.history(cluster.two(), group, ""))).contains(pos);
        change(ada, group, Json.of("archived", false, "title", "other")).as(200);
        adas.say(group, "again");
    }

    @Test
    void new_members_read_from_joining_on_where_history_says_so() {
        long group = group(Json.of("title", "limited", "history", "joined", "members", List.of(kim.id())));
        long before = adas.say(group, "before").path("pos").asLong();
        try (var chat = Chat.hello(cluster.two(), eve)) {
            ada.at(cluster.one()).put(member(group, "" + eve.id())).as(201);
            chat.one("msg", frame -> is(frame, group, "member"));
            long after = adas.say(group, "after").path("pos").asLong();
            chat.message(after);
            adas.now(Json.of("t", "edit", "cid", Cids.now(), "conv", group, "pos", before, "body", "secret"));
            var edited = chat.one("upd", frame -> frame.path("pos").asLong() == before);
            assertThat(edited.has("body")).isFalse();
            reads_only_from(after, before, group);
            Stored.reaches_to_the_end_of_the_log(cluster);
            reads_only_from(after, before, group);
            Chat.err(
                    "not_found",
                    chat.now(Json.of(
                            "t", "react", "cid", Cids.now(), "conv", group, "pos", before, "emoji", "👍", "on", true)));
        }
        try (var again = Chat.hello(cluster.two(), eve, Map.of(group, before))) {
            assertThat(again.hasRecovered(group)).isFalse();
        }
        assertThat(kim.history(cluster.two(), group, "").toString()).contains("secret");
    }

    @Test
    void what_precedes_joining_is_in_no_window_quote_mention_or_count_of_a_new_member() {
        long group = group(Json.of("title", "limited", "history", "joined", "members", List.of(kim.id())));
        long before = adas.say(group, "before").path("pos").asLong();
        adas.say(group, "more from before");
        try (var chat = Chat.hello(cluster.two(), eve)) {
            ada.at(cluster.one()).put(member(group, "" + eve.id())).as(201);
            chat.one("msg", frame -> is(frame, group, "member"));
            Chat.ok(adas.now(Json.of(
                    "t", "edit", "cid", Cids.now(), "conv", group, "pos", before, "body", "hi @" + eve.username())));
            long reply = Chat.ok(adas.now(
                            Json.of("t", "send", "cid", Cids.now(), "conv", group, "body", "after", "replyTo", before)))
                    .path("pos")
                    .asLong();
            assertThat(kims.message(reply).path("quote").path("excerpt").asText())
                    .startsWith("hi");
            assertThat(chat.message(reply).path("quote").toString()).isEqualTo(gone(before));
            Chat.ok(chat.now(Json.of("t", "unread", "conv", group, "pos", before)));
            sees_only(reply, before, group);
            Stored.reaches_to_the_end_of_the_log(cluster);
            sees_only(reply, before, group);
        }
    }

    private void sees_only(long reply, long before, long group) {
        for (var node : List.of(cluster.one(), cluster.two())) {
            for (var window : List.of("?around=" + before, "?date=2020-01-01", "?around=" + reply)) {
                var page = eve.history(node, group, window);
                assertThat(Person.positions(page)).as(window).contains(reply).doesNotContain(before);
                assertThat(page.has("prev")).as(window).isFalse();
                var shown = page.path("items").get(page.path("items").size() - 1);
                assertThat(shown.path("quote").toString()).isEqualTo(gone(before));
            }
            assertThat(eve.at(node).get("/api/mentions").as(200).path("items")).isEmpty();
            Eventually.holds(Chat.PATIENCE, () -> {
                var seen = eve.at(node).get("/api/conversations/" + group).as(200);
                assertThat(seen.path("unread").asLong()).isEqualTo(1);
                assertThat(seen.path("mentions").asLong()).isZero();
            });
        }
    }

    private static String gone(long pos) {
        return Json.of("pos", pos, "gone", true).toString();
    }

    private void reads_only_from(long after, long before, long group) {
        for (var node : List.of(cluster.one(), cluster.two())) {
            var page = eve.history(node, group, "");
            assertThat(Person.positions(page)).contains(after).doesNotContain(before);
            assertThat(page.has("next")).isFalse();
            assertThat(eve.history(node, group, "?before=" + (before + 1)).path("items"))
                    .isEmpty();
            assertThat(page.toString()).doesNotContain("before").doesNotContain("secret");
        }
    }

    @Test
    void members_see_who_has_read_a_message() {
        long group = group(Json.of("title", "read", "members", List.of(kim.id())));
        kims.one("conv", frame -> conversation(frame, group).has("id"));
        long pos = adas.say(group, "read me").path("pos").asLong();
        kims.message(pos);
        Chat.ok(kims.now(Json.of("t", "read", "conv", group, "pos", pos)));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(ada.at(cluster.one())
                                .get("/api/conversations/" + group + "/receipts?pos=" + pos)
                                .as(200)
                                .path("items")
                                .findValuesAsText("user"))
                        .containsExactly("" + kim.id()));
        ada.at(cluster.one())
                .put("/api/conversations/" + group + "/members/" + eve.id())
                .as(201);
        assertThat(ada.at(cluster.two())
                        .get("/api/conversations/" + group + "/receipts?pos=" + pos)
                        .as(200)
                        .path("items")
                        .findValuesAsText("user"))
                .as("who joins later has not read it")
                .containsExactly("" + kim.id());
        assertThat(ada.at(cluster.one())
                        .get("/api/conversations/" + group + "/receipts?pos=1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void twelve_reports_of_one_message_at_once_are_one() {
        long group = group(Json.of("title", "reported often", "members", List.of(kim.id())));
        long pos = adas.say(group, "something rude").path("pos").asLong();
        var report = "/api/conversations/" + group + "/messages/" + pos + "/report";
        var replies = Api.atOnce(12, i -> kim.at(cluster.two()).post(report, Json.of("reason", "It is rude.")));
        assertThat(replies).extracting(Api.Reply::status).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(replies)
                .extracting(reply -> reply.json().path("id").asLong())
                .containsOnly(replies.getFirst().json().path("id").asLong());
    }

    @Test
    void twelve_blocks_of_one_person_at_once_are_one() {
        assertThat(Api.atOnce(12, i -> kim.at(cluster.two()).put("/api/me/blocks/" + eve.id())))
                .extracting(Api.Reply::status)
                .containsOnly(204);
    }

    @Test
    void a_message_is_reported_to_the_moderators() {
        long group = group(Json.of("title", "reported", "members", List.of(kim.id())));
        kims.one("conv", frame -> conversation(frame, group).has("id"));
        long pos = adas.say(group, "rude").path("pos").asLong();
        var report = "/api/conversations/" + group + "/messages/" + pos + "/report";
        var made = kim.at(cluster.two())
                .post(report, Json.of("reason", "It is rude."))
                .as(201);
        kim.at(cluster.two()).post(report, Json.of("reason", "Still rude.")).as(200);
        var reports = "/api/conversations/" + group + "/reports";
        assertThat(kim.at(cluster.two()).get(reports).status()).isEqualTo(403);
        var listed = ada.at(cluster.one()).get(reports).as(200).path("items");
        assertThat(listed).containsExactly(made);
        assertThat(made.path("state").asText()).isEqualTo("open");
        var resolved = ada.at(cluster.one())
                .call("POST", reports + "/" + made.path("id").asLong() + "/resolve", null)
                .as(200);
        assertThat(resolved.path("state").asText()).isEqualTo("resolved");
        assertThat(resolved.path("resolvedBy").asLong()).isEqualTo(ada.id());
    }

    @Test
    void a_blocked_user_cannot_write_in_the_direct_conversation_with_or_without_the_database() {
        long direct = ada.direct(cluster.one(), kim);
        kims.one("conv", frame -> conversation(frame, direct).has("id"));
        kims.say(direct, "hello");
        assertThat(ada.at(cluster.one()).put("/api/me/blocks/" + kim.id()).status())
                .isEqualTo(204);
        Eventually.holds(
                Chat.PATIENCE, () -> Chat.err("forbidden", Chat.await(kims.send(direct, Cids.now(), "hello?"))));
        cluster.database().goAway();
        try {
            Chat.err("forbidden", Chat.await(kims.send(direct, Cids.now(), "hello??")));
            adas.say(direct, "no");
        } finally {
            cluster.database().comeBack();
        }
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(ada.at(cluster.one())
                                .delete("/api/me/blocks/" + kim.id())
                                .status())
                        .isEqualTo(204));
        Eventually.holds(Chat.PATIENCE, () -> kims.say(direct, "thank you"));
    }

    @Test
    void attributes_and_rules_are_known_without_the_database() {
        long group = group(Json.of(
                "title", "known", "topic", "everywhere", "posting", "moderators", "members", List.of(kim.id())));
        kims.one(
                "conv",
                frame -> conversation(frame, group).path("posting").asText().equals("moderators"));
        long pos = adas.say(group, "before").path("pos").asLong();
        kims.message(pos);
        cluster.database().goAway();
        try {
            Eventually.holds(Chat.PATIENCE, () -> {
                for (var node : List.of(cluster.one(), cluster.two())) {
                    var seen = kim.at(node).get("/api/conversations/" + group).as(200);
                    assertThat(seen.path("title").asText()).isEqualTo("known");
                    assertThat(seen.path("topic").asText()).isEqualTo("everywhere");
                    assertThat(seen.path("role").asText()).isEqualTo("member");
                }
            });
            Chat.err("forbidden", Chat.await(kims.send(group, Cids.now(), "me too")));
            adas.say(group, "without it");
        } finally {
            cluster.database().comeBack();
        }
    }

    private long group(ObjectNode attributes) {
        return ada.at(cluster.one())
                .post("/api/conversations", attributes)
                .as(201)
                .path("id")
                .asLong();
    }

    private Api.Reply change(Person by, long group, ObjectNode values) {
        return by.at(cluster.one()).patch("/api/conversations/" + group, values);
    }

    private JsonNode eves(String path) {
        return eve.at(cluster.two()).get(path).as(200);
    }

    private static String member(long group, String user) {
        return "/api/conversations/" + group + "/members/" + user;
    }

    private static ObjectNode revoke(long group, long pos) {
        return Json.of("t", "revoke", "cid", Cids.now(), "conv", group, "pos", pos);
    }

    private static boolean is(JsonNode message, long group, String kind) {
        return message.path("conv").asLong() == group
                && message.path("kind").asText().equals(kind);
    }

    /** The conversation of a {@code conv} frame, if it is that group; otherwise a missing node. */
    private static JsonNode conversation(JsonNode frame, long group) {
        var conversation = frame.path("conversation");
        return conversation.path("id").asLong() == group ? conversation : frame.path("another conversation");
    }

    /** Live frames, history and catch-up show a change alike. */
    private static void same(JsonNode line, JsonNode live) {
        for (var field : List.of("conv", "pos", "cid", "from", "by", "kind", "title", "topic", "posting", "ts"))
            assertThat(line.path(field)).as(field).isEqualTo(live.path(field));
        assertThat(line.has("visibility")).isFalse();
    }
}
