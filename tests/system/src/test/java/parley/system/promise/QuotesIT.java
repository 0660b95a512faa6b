package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;

/** What replies quote, on every path: it is the current text of the original, and nothing once that is revoked. */
class QuotesIT extends WithPair {

    private static final String REGRETTED = "regretted words";

    private long reply(String body, long to) {
        var answer = pair.kims.now(
                Json.of("t", "send", "cid", Cids.now(), "conv", pair.conversation, "body", body, "replyTo", to));
        return Chat.ok(answer).path("pos").asLong();
    }

    private void change(String type, long pos, String body) {
        var frame = Json.of("t", type, "cid", Cids.now(), "conv", pair.conversation, "pos", pos);
        if (body != null) frame.put("body", body);
        Chat.ok(pair.adas.now(frame));
    }

    private JsonNode inHistory(Person person, long pos) {
        for (var message : person.history(cluster.one(), pair.conversation, "").path("items")) {
            if (message.path("pos").asLong() == pos) return message;
        }
        throw new AssertionError("no message at " + pos);
    }

    private void quotes(JsonNode message, long original, String excerpt) {
        var quote = message.path("quote");
        assertThat(quote.path("pos").asLong()).isEqualTo(original);
        assertThat(quote.path("from").asLong()).isEqualTo(pair.ada.id());
        assertThat(quote.path("excerpt").asText()).isEqualTo(excerpt);
        assertThat(quote.has("gone")).isFalse();
    }

    @Test
    void a_reply_quotes_its_original_in_the_frame_the_history_and_after_a_reconnect() {
        long original = pair.adaSays("Shall we\n\nmeet at   noon?");
        long reply = reply("yes", original);
        quotes(pair.adas.message(reply), original, "Shall we meet at noon?");
        for (var person : List.of(pair.ada, pair.kim))
            quotes(inHistory(person, reply), original, "Shall we meet at noon?");
        try (var back = Chat.hello(cluster.one(), pair.ada, Map.of(pair.conversation, original))) {
            quotes(back.message(reply), original, "Shall we meet at noon?");
        }
        Stored.reaches_to_the_end_of_the_log(cluster);
        quotes(inHistory(pair.kim, reply), original, "Shall we meet at noon?");
    }

    @Test
    void an_edit_of_the_original_changes_its_quotes() {
        long original = pair.adaSays("teh question");
        long reply = reply("what?", original);
        change("edit", original, "the question");
        Eventually.holds(Chat.PATIENCE, () -> quotes(inHistory(pair.kim, reply), original, "the question"));
        long later = reply("ah", original);
        quotes(pair.adas.message(later), original, "the question");
    }

    @Test
    void a_revoke_of_the_original_removes_its_text_from_every_quote() {
        long start = pair.adaSays("start");
        long original = pair.adaSays(REGRETTED);
        long reply = reply("really?", original);
        quotes(pair.adas.message(reply), original, REGRETTED);
        change("revoke", original, null);
        pair.kims.one(
                "upd",
                frame -> frame.path("pos").asLong() == original
                        && frame.path("kind").asText().equals("revoked"));
        long later = reply("never mind", original);
        assertThat(pair.adas.message(later).path("quote").path("gone").asBoolean())
                .isTrue();
        nobody_reads_it(start, reply, later);
        Stored.reaches_to_the_end_of_the_log(cluster);
        nobody_reads_it(start, reply, later);
        assertThat(cluster.rows().select("SELECT body FROM message WHERE conversation_id = " + pair.conversation))
                .noneMatch(row -> row.toString().contains(REGRETTED));
    }

    private void nobody_reads_it(long start, long... replies) {
        Eventually.holds(Chat.PATIENCE, () -> {
            for (var node : List.of(cluster.one(), cluster.two())) {
                var page = pair.kim.history(node, pair.conversation, "");
                assertThat(page.toString()).doesNotContain(REGRETTED);
                assertThat(pair.kim.at(node).get("/api/conversations").text()).doesNotContain(REGRETTED);
            }
            for (long reply : replies) {
                var quote = inHistory(pair.ada, reply).path("quote");
                assertThat(quote.path("gone").asBoolean()).isTrue();
                assertThat(quote.has("excerpt")).isFalse();
            }
        });
        try (var back = Chat.hello(cluster.two(), pair.ada, Map.of(pair.conversation, start))) {
            for (long reply : replies) back.message(reply);
            assertThat(back.frames().toString()).doesNotContain(REGRETTED);
        }
    }

    @Test
    void a_reply_to_nothing_is_gone_and_one_is_shown_while_the_database_is_down() {
        long nothing = reply("to nothing", 1);
        assertThat(pair.adas.message(nothing).path("quote").path("gone").asBoolean())
                .isTrue();
        long original = pair.adaSays("before the outage");
        cluster.database().goAway();
        try {
            quotes(pair.adas.message(reply("still there", original)), original, "before the outage");
        } finally {
            cluster.database().comeBack();
        }
    }
}
