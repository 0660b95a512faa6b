package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.server.Eventually;

/** Edits, revokes and reactions. */
class ChangesIT extends WithPair {

    @Test
    void an_edit_is_shown_to_the_other_and_folded_into_the_history() {
        long pos = pair.adaSays("teh");
        var ok = pair.adas.now(change("edit", pos).put("body", "the"));
        Chat.ok(ok);
        var shown = pair.kims.one("upd", frame -> frame.path("pos").asLong() == pos);
        assertThat(shown.path("kind").asText()).isEqualTo("edited");
        assertThat(shown.path("body").asText()).isEqualTo("the");
        assertThat(shown.path("at")).isEqualTo(ok.path("pos"));
        Eventually.holds(Chat.PATIENCE, () -> {
            var message = message(pos);
            assertThat(message.path("body").asText()).isEqualTo("the");
            assertThat(message.has("editedAt")).isTrue();
        });
    }

    @Test
    void only_its_author_changes_a_message() {
        long pos = pair.adaSays("mine");
        pair.kims.message(pos);
        Chat.err("forbidden", pair.kims.now(change("edit", pos).put("body", "yours")));
        Chat.err("forbidden", pair.kims.now(change("revoke", pos)));
    }

    @Test
    void a_revoked_message_cannot_be_edited_and_has_no_body() {
        long pos = pair.adaSays("regretted");
        Chat.ok(pair.adas.now(change("revoke", pos)));
        pair.kims.one("upd", frame -> frame.path("kind").asText().equals("revoked"));
        Chat.err("conflict", pair.adas.now(change("edit", pos).put("body", "not so")));
        var message = message(pos);
        assertThat(message.path("revoked").asBoolean()).isTrue();
        assertThat(message.has("body")).isFalse();
    }

    @Test
    void a_reaction_can_be_added_and_removed() {
        long pos = pair.adaSays("nice?");
        pair.kims.message(pos);
        Chat.ok(pair.kims.now(change("react", pos).put("emoji", "👍").put("on", true)));
        pair.adas.one(
                "upd",
                frame -> frame.path("emoji").asText().equals("👍")
                        && frame.path("on").asBoolean());
        assertThat(message(pos).path("reactions").path(0).path("users").path(0).asLong())
                .isEqualTo(pair.kim.id());
        Chat.ok(pair.kims.now(change("react", pos).put("emoji", "👍").put("on", false)));
        assertThat(message(pos).path("reactions")).isEmpty();
    }

    private ObjectNode change(String type, long pos) {
        return Json.of("t", type, "cid", Cids.now(), "conv", pair.conversation, "pos", pos);
    }

    private JsonNode message(long pos) {
        for (var message :
                pair.kim.history(cluster.two(), pair.conversation, "").path("items")) {
            if (message.path("pos").asLong() == pos) return message;
        }
        throw new AssertionError("no message at " + pos);
    }
}
