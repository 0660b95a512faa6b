package parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.faults.model.Digest;

class FrameReaderTest {

    private static com.fasterxml.jackson.databind.node.ObjectNode message() {
        return Json.of("t", "msg", "conv", 7, "pos", 3, "prev", 2, "from", 1, "cid", Cids.now(), "body", "now");
    }

    @Test
    void a_message_frame_has_its_changes_folded_in() {
        var fold = FrameReader.message(message().put("at", 9)).fold();
        assertThat(fold.at()).isEqualTo(9);
        assertThat(fold.body()).isEqualTo(Digest.of("now"));
        assertThat(FrameReader.message(message().put("at", 9).put("revoked", true))
                        .fold()
                        .revoked())
                .isTrue();
    }

    @Test
    void only_a_revoked_message_with_a_text_is_not_erased() {
        assertThat(FrameReader.isNotErased(message().put("revoked", true))).isTrue();
        assertThat(FrameReader.isNotErased(message())).isFalse();
        var erased = message().put("revoked", true);
        erased.remove("body");
        assertThat(FrameReader.isNotErased(erased)).isFalse();
    }

    @Test
    void a_page_begins_with_joining_only_for_the_user_who_joined() {
        var joined = Json.of("kind", "member", "user", 5, "role", "member");
        assertThat(FrameReader.isJoin(joined, 5)).isTrue();
        assertThat(FrameReader.isJoin(joined, 6)).isFalse();
        assertThat(FrameReader.isJoin(Json.of("kind", "member", "user", 5, "gone", true), 5))
                .isFalse();
        assertThat(FrameReader.isJoin(Json.of("from", 5), 5)).isFalse();
    }
}
