package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** Unread counts and places, on both nodes, on two devices of Kim, and in the database. */
class UnreadIT extends WithPair {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void a_revoked_message_is_not_unread_before_and_after_it_is_stored() {
        long first = pair.adaSays("one");
        pair.adaSays("two");
        unread(2);
        Chat.ok(pair.adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", pair.conversation, "pos", first)));
        unread(1);
        Eventually.holds(
                PATIENCE,
                () -> assertThat(cluster.rows()
                                .select(
                                        "SELECT COUNT(*) FROM message_event WHERE kind = 'revoked' AND conversation_id = "
                                                + pair.conversation))
                        .isEqualTo(List.of(List.of(1L))));
        unread(1);
    }

    @Test
    void a_place_that_is_set_back_is_the_same_for_both_devices_both_nodes_and_the_database() {
        long first = pair.adaSays("one");
        long second = pair.adaSays("two");
        long third = pair.adaSays("three");
        try (var tablet = Chat.hello(cluster.one(), pair.kim)) {
            Chat.ok(pair.kims.now(read(third)));
            tablet.one("receipt", frame -> frame.path("read").asLong() == third);
            Chat.ok(tablet.now(unreadFrom(second)));
            for (var device : List.of(pair.kims, tablet)) {
                var back = device.one("receipt", frame -> frame.has("back"));
                assertThat(back.path("read").asLong()).isEqualTo(second - 1);
                assertThat(back.path("back").asLong()).isGreaterThanOrEqualTo(third);
            }
            unread(2);
            stored(second - 1);
            assertThat(pair.adas.frames("receipt"))
                    .as("setting back is private")
                    .noneMatch(frame -> frame.has("back"));
            assertThat(member(pair.ada
                                    .at(cluster.one())
                                    .get("/api/conversations/" + pair.conversation)
                                    .as(200))
                            .path("read")
                            .asLong())
                    .isEqualTo(third);
            assertThat(listed(pair.kim)).as("the own place").isEqualTo(second - 1);
            assertThat(listed(pair.ada)).isEqualTo(third);
            Chat.ok(pair.kims.now(read(first)));
            unread(2);
            Chat.ok(pair.kims.now(read(second)));
            unread(1);
            stored(second);
        }
    }

    @Test
    void a_muted_conversation_is_counted_separately() {
        pair.adaSays("one");
        unread(1);
        var settings = "/api/me/conversations/" + pair.conversation + "/settings";
        for (var muted : List.of(Json.of("level", "nothing"), Json.of("mutedUntil", "2126-01-01T00:00:00Z"))) {
            pair.kim.at(cluster.one()).call("PUT", settings, muted.toString()).as(200);
            for (var node : List.of(cluster.one(), cluster.two())) {
                var totals = pair.kim.at(node).get("/api/unread").as(200);
                assertThat(totals.path("unread").asLong()).isZero();
                assertThat(totals.path("muted").path("unread").asLong()).isEqualTo(1);
                assertThat(totals.path("muted").path("conversations").asLong()).isEqualTo(1);
            }
        }
        pair.kim
                .at(cluster.one())
                .call("PUT", settings, Json.of("level", "mentions").toString())
                .as(200);
        unread(1);
    }

    @Test
    void sending_moves_the_place_and_an_unread_after_it_moves_it_back() {
        long first = pair.adaSays("one");
        pair.kims.say(pair.conversation, "mine");
        unread(0);
        Chat.ok(pair.kims.now(unreadFrom(first)));
        unread(1);
        stored(first - 1);
        pair.kims.say(pair.conversation, "mine too");
        unread(0);
    }

    @Test
    void a_new_member_starts_with_nothing_unread() {
        long group = pair.ada.group(cluster.one(), "late");
        var path = "/api/conversations/" + group;
        pair.adas.say(group, "before");
        pair.ada.at(cluster.one()).put(path + "/members/" + pair.kim.id()).as(201);
        assertThat(unreadOf(cluster.two(), group)).isZero();
        pair.adas.say(group, "after");
        Eventually.holds(Chat.PATIENCE, () -> {
            assertThat(unreadOf(cluster.one(), group)).isEqualTo(1);
            assertThat(unreadOf(cluster.two(), group)).isEqualTo(1);
        });
    }

    @Test
    @Tag("long")
    void counts_survive_the_death_of_a_node_and_of_the_persister() {
        long first = pair.adaSays("one");
        pair.adaSays("two");
        long third = pair.adaSays("three");
        cluster.persister().kill();
        Chat.ok(pair.kims.now(read(third)));
        Chat.ok(pair.kims.now(unreadFrom(first)));
        long fourth = pair.adaSays("four");
        Chat.ok(pair.adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", pair.conversation, "pos", third)));
        unread(3);
        cluster.two().kill();
        cluster.two().comeUp();
        cluster.two().awaitReady();
        unread(3);
        cluster.persister().comeUp();
        stored(first - 1);
        unread(3);
        try (var again = Chat.hello(cluster.two(), pair.kim)) {
            Chat.ok(again.now(read(fourth)));
            unread(0);
            stored(fourth);
        }
    }

    @Test
    void places_move_and_counts_go_on_while_the_database_is_down() {
        pair.adaSays("one");
        unread(1);
        cluster.database().goAway();
        long second = pair.adaSays("two");
        try {
            unread(2);
            Chat.ok(pair.kims.now(read(second)));
            unread(0);
            Chat.ok(pair.kims.now(unreadFrom(second)));
            unread(1);
            Chat.ok(pair.adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", pair.conversation, "pos", second)));
            unread(0);
        } finally {
            cluster.database().comeBack();
        }
        pair.adaSays("three");
        unread(1);
        stored(second - 1);
    }

    private ObjectNode read(long pos) {
        return Json.of("t", "read", "conv", pair.conversation, "pos", pos);
    }

    private ObjectNode unreadFrom(long pos) {
        return Json.of("t", "unread", "conv", pair.conversation, "pos", pos);
    }

    /** In the list, the conversation and the totals of both nodes. */
    private void unread(long expected) {
        Eventually.holds(Chat.PATIENCE, () -> {
            for (var node : List.of(cluster.one(), cluster.two())) {
                assertThat(unreadOf(node, pair.conversation))
                        .as(node + ", conversation")
                        .isEqualTo(expected);
                var listed = pair.kim.at(node).get("/api/conversations").as(200).path("items");
                assertThat(inList(listed)).as(node + ", list").isEqualTo(expected);
                var totals = pair.kim.at(node).get("/api/unread").as(200);
                assertThat(totals.path("unread").asLong()).as(node + ", totals").isEqualTo(expected);
                assertThat(totals.path("conversations").asLong()).isEqualTo(expected > 0 ? 1 : 0);
            }
        });
    }

    private long unreadOf(Node node, long conversation) {
        return pair.kim
                .at(node)
                .get("/api/conversations/" + conversation)
                .as(200)
                .path("unread")
                .asLong();
    }

    private long inList(JsonNode items) {
        for (var item : items)
            if (item.path("id").asLong() == pair.conversation)
                return item.path("unread").asLong();
        throw new AssertionError("the conversation is not listed: " + items);
    }

    /** Kim's place as {@code reader} gets it in the list of members. */
    private long listed(Person reader) {
        var path = "/api/conversations/" + pair.conversation + "/members";
        return kim(reader.at(cluster.two()).get(path).as(200).path("items"))
                .path("read")
                .asLong();
    }

    private JsonNode member(JsonNode conversation) {
        return kim(conversation.path("members"));
    }

    private JsonNode kim(JsonNode members) {
        for (var member : members) if (member.path("user").asLong() == pair.kim.id()) return member;
        throw new AssertionError("Kim is no member: " + members);
    }

    /** Kim's place in the database. */
    private void stored(long place) {
        Eventually.holds(PATIENCE, () -> {
            var rows = cluster.rows()
                    .select("SELECT read_pos FROM membership WHERE conversation_id = " + pair.conversation
                            + " AND user_id = " + pair.kim.id());
            assertThat(rows).isEqualTo(List.of(List.of(place)));
        });
    }
}
