package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** Mentions are resolved by the sender's node and are the same on every path of every node. */
class MentionsIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Person ada = Person.register(cluster.one(), "ada");
    private final Person kim = Person.register(cluster.two(), "kim");
    private final Person eve = Person.register(cluster.two(), "eve");
    private final long conversation = ada.group(cluster.one(), "mentions", kim);
    private Chat adas;
    private Chat kims;

    @BeforeEach
    void connect_and_wait_until_every_node_knows_the_names() {
        adas = Chat.hello(cluster.one(), ada);
        kims = Chat.hello(cluster.two(), kim);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(users(history(ada, say("@%s".formatted(kim.username())))))
                        .containsExactly(kim.id()));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(adas.say(conversation, "@" + eve.username()).path("notMembers"))
                        .hasSize(1));
    }

    @AfterEach
    void disconnect() {
        adas.close();
        kims.close();
    }

    @Test
    void a_mention_is_in_the_frame_the_history_the_list_and_after_a_reconnect() {
        long before = say("before");
        long pos = say("hey @%s, look @here".formatted(kim.username().toUpperCase(Locale.ROOT)));
        var frame = kims.message(pos);
        assertThat(users(frame)).containsExactly(kim.id());
        assertThat(frame.path("mentions").path("everyone").asText()).isEqualTo("here");
        for (var node : List.of(cluster.one(), cluster.two())) {
            var last = kim.at(node)
                    .get("/api/conversations/" + conversation)
                    .as(200)
                    .path("last");
            assertThat(last.path("mentions")).isEqualTo(frame.path("mentions"));
        }
        assertThat(history(kim, pos).path("mentions")).isEqualTo(frame.path("mentions"));
        try (var back = Chat.hello(cluster.one(), kim, Map.of(conversation, before))) {
            assertThat(back.message(pos).path("mentions")).isEqualTo(frame.path("mentions"));
        }
        Stored.reaches_to_the_end_of_the_log(cluster);
        assertThat(history(kim, pos).path("mentions")).isEqualTo(frame.path("mentions"));
    }

    @Test
    void unread_mentions_count_the_current_text_before_and_after_it_is_stored() {
        kims.say(conversation, "nothing is unread");
        say("hey @" + kim.username());
        say("hey @channel");
        long plain = say("hey");
        unread(3, 2);
        edit(plain, "hey @" + kim.username());
        unread(3, 3);
        Stored.reaches_to_the_end_of_the_log(cluster);
        unread(3, 3);
        edit(plain, "hey you");
        unread(3, 2);
        long first = say("@" + kim.username());
        unread(4, 3);
        Chat.ok(adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", conversation, "pos", first)));
        unread(3, 2);
        Stored.reaches_to_the_end_of_the_log(cluster);
        unread(3, 2);
    }

    /** Of Kim, on both nodes. */
    private void unread(long unread, long mentions) {
        Eventually.holds(Chat.PATIENCE, () -> {
            for (var node : List.of(cluster.one(), cluster.two())) {
                for (var path : List.of("/api/conversations/" + conversation, "/api/unread")) {
                    var counted = kim.at(node).get(path).as(200);
                    assertThat(counted.path("unread").asLong()).as(path).isEqualTo(unread);
                    assertThat(counted.path("mentions").asLong()).as(path).isEqualTo(mentions);
                }
            }
        });
    }

    @Test
    void who_is_not_a_member_is_reported_to_the_author_and_not_mentioned() {
        var answer = adas.say(conversation, "@%s and @%s".formatted(kim.username(), eve.username()));
        assertThat(ids(answer.path("notMembers"))).containsExactly(eve.id());
        assertThat(users(kims.message(answer.path("pos").asLong()))).containsExactly(kim.id());
        var posted = ada.post(cluster.two(), conversation, "@" + eve.username()).as(200);
        assertThat(ids(posted.path("notMembers"))).containsExactly(eve.id());
    }

    @Test
    void code_and_addresses_mention_nobody() {
        var name = kim.username();
        for (var body : List.of("`@" + name + "`", "```\n@" + name + "\n```", "mail@" + name, "\\@" + name)) {
            assertThat(kims.message(say(body)).has("mentions")).as(body).isFalse();
        }
    }

    @Test
    void an_edit_replaces_the_mentions_everywhere() {
        long pos = say("nobody yet");
        edit(pos, "now @" + kim.username());
        var update = kims.one("upd", frame -> frame.path("pos").asLong() == pos);
        assertThat(users(update)).containsExactly(kim.id());
        Eventually.holds(Chat.PATIENCE, () -> assertThat(mentionsOf(kim)).contains(pos));
        edit(pos, "nobody again");
        Eventually.holds(Chat.PATIENCE, () -> {
            assertThat(mentionsOf(kim)).doesNotContain(pos);
            assertThat(history(kim, pos).has("mentions")).isFalse();
        });
    }

    @Test
    void the_list_has_the_newest_first_in_pages_without_revoked_ones_and_without_left_conversations() {
        var expected = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(say(i % 2 == 0 ? "@channel " + i : "@" + kim.username() + " " + i));
        }
        long revoked = say("@channel regretted");
        Eventually.holds(Chat.PATIENCE, () -> assertThat(mentionsOf(kim)).startsWith(revoked));
        Chat.ok(adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", conversation, "pos", revoked)));
        Eventually.holds(Chat.PATIENCE, () -> {
            assertThat(mentionsOf(kim)).doesNotContain(revoked).containsSubsequence(expected);
            assertThat(mentionsOf(ada)).as("one's own").doesNotContainAnyElementsOf(expected);
        });
        Stored.reaches_to_the_end_of_the_log(cluster);
        assertThat(cluster.rows()
                        .select("SELECT COUNT(*) FROM mention WHERE conversation_id = " + conversation + " AND pos = "
                                + revoked)
                        .getFirst())
                .containsExactly(0L);
        assertThat(eve.at(cluster.one()).get("/api/mentions").as(200).path("items"))
                .isEmpty();
        kim.at(cluster.two())
                .delete("/api/conversations/" + conversation + "/members/" + kim.id())
                .as(204);
        assertThat(mentionsOf(kim)).isEmpty();
    }

    @Test
    void a_user_is_not_mentioned_by_a_user_whom_they_have_blocked() {
        kim.at(cluster.two()).put("/api/me/blocks/" + ada.id()).as(204);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(users(history(ada, say("@" + kim.username())))).isEmpty());
        var answer = adas.say(conversation, "@" + kim.username());
        assertThat(answer.has("notMembers")).isFalse();
        kim.at(cluster.two()).delete("/api/me/blocks/" + ada.id()).as(204);
    }

    @Test
    void names_and_mentions_are_resolved_while_the_database_is_down() {
        cluster.database().goAway();
        try {
            var answer = adas.say(conversation, "@%s @%s".formatted(kim.username(), eve.username()));
            assertThat(users(kims.message(answer.path("pos").asLong()))).containsExactly(kim.id());
            assertThat(ids(answer.path("notMembers"))).containsExactly(eve.id());
            var members = kim.at(cluster.two())
                    .get("/api/conversations/" + conversation + "/members")
                    .as(200)
                    .path("items");
            assertThat(members.findValuesAsText("username")).contains(ada.username(), kim.username());
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(kim.at(cluster.two()).get("/api/mentions").status())
                            .isEqualTo(503));
        } finally {
            cluster.database().comeBack();
        }
        Eventually.holds(Chat.PATIENCE, () -> mentionsOf(kim));
    }

    private long say(String body) {
        return adas.say(conversation, body).path("pos").asLong();
    }

    private void edit(long pos, String body) {
        Chat.ok(adas.now(Json.of("t", "edit", "cid", Cids.now(), "conv", conversation, "pos", pos, "body", body)));
    }

    private JsonNode history(Person person, long pos) {
        return person.history(cluster.two(), conversation, "?limit=1&before=" + (pos + 1))
                .path("items")
                .path(0);
    }

    /** The positions of all mentions, page by page. */
    private List<Long> mentionsOf(Person person) {
        var positions = new ArrayList<Long>();
        var after = "";
        do {
            var page = person.at(cluster.two())
                    .get("/api/mentions?limit=2" + (after.isEmpty() ? "" : "&after=" + after))
                    .as(200);
            positions.addAll(Person.positions(page));
            after = page.path("next").asText();
        } while (!after.isEmpty());
        return positions;
    }

    private static List<Long> users(JsonNode message) {
        return ids(message.path("mentions").path("users"));
    }

    private static List<Long> ids(JsonNode ids) {
        var list = new ArrayList<Long>();
        ids.forEach(id -> list.add(id.asLong()));
        return list;
    }
}
