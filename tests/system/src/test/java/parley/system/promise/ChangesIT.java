package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** What happens to messages afterwards. */
class ChangesIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Pair pair = Pair.on(cluster.one(), cluster.two());

    @AfterEach
    void they_go() {
        pair.close();
    }

    @Test
    void an_edit_is_shown_to_the_other_and_folded_into_the_history() {
        long pos = pair.adas.say(pair.conversation, "teh").path("pos").asLong();
        var ok = pair.adas.now(change("edit", pos).put("body", "the"));
        assertThat(ok.path("t").asText()).as(ok.toString()).isEqualTo("ok");
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
        long pos = pair.adas.say(pair.conversation, "mine").path("pos").asLong();
        pair.kims.one("msg", frame -> frame.path("pos").asLong() == pos);
        assertThat(pair.kims
                        .now(change("edit", pos).put("body", "yours"))
                        .path("code")
                        .asText())
                .isEqualTo("forbidden");
        assertThat(pair.kims.now(change("revoke", pos)).path("code").asText()).isEqualTo("forbidden");
    }

    @Test
    void a_revoked_message_is_gone_for_good() {
        long pos = pair.adas.say(pair.conversation, "regretted").path("pos").asLong();
        assertThat(pair.adas.now(change("revoke", pos)).path("t").asText()).isEqualTo("ok");
        pair.kims.one("upd", frame -> frame.path("kind").asText().equals("revoked"));
        assertThat(pair.adas
                        .now(change("edit", pos).put("body", "not so"))
                        .path("code")
                        .asText())
                .isEqualTo("conflict");
        var message = message(pos);
        assertThat(message.path("revoked").asBoolean()).isTrue();
        assertThat(message.has("body")).isFalse();
    }

    @Test
    void a_reaction_comes_and_goes() {
        long pos = pair.adas.say(pair.conversation, "nice?").path("pos").asLong();
        pair.kims.one("msg", frame -> frame.path("pos").asLong() == pos);
        assertThat(pair.kims
                        .now(change("react", pos).put("emoji", "👍").put("on", true))
                        .path("t")
                        .asText())
                .isEqualTo("ok");
        pair.adas.one(
                "upd",
                frame -> frame.path("emoji").asText().equals("👍")
                        && frame.path("on").asBoolean());
        assertThat(message(pos).path("reactions").path(0).path("users").path(0).asLong())
                .isEqualTo(pair.kim.id());
        assertThat(pair.kims
                        .now(change("react", pos).put("emoji", "👍").put("on", false))
                        .path("t")
                        .asText())
                .isEqualTo("ok");
        assertThat(message(pos).path("reactions")).isEmpty();
    }

    private ObjectNode change(String type, long pos) {
        return Json.of("t", type, "cid", Cids.now(), "conv", pair.conversation, "pos", pos);
    }

    private JsonNode message(long pos) {
        for (var message : pair.kim.history(cluster.two(), pair.conversation, "").path("items")) {
            if (message.path("pos").asLong() == pos) return message;
        }
        throw new AssertionError("no message at " + pos);
    }
}
