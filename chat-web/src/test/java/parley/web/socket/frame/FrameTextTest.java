package parley.web.socket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refusal;

/** Frames obey the rules of text; TextRulesTest tests the rules themselves. */
class FrameTextTest {

    private static final String CID = "01a20c97-417d-7a6b-bf58-3a16233fb780";

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u3164\u2800", "\u202e", "\ufe0f", "\u0301", "a\ud83d"})
    void an_invisible_body_is_refused_in_a_send_and_in_an_edit(String body) {
        for (var frame : new String[] {"\"t\":\"send\"", "\"t\":\"edit\",\"pos\":3"}) {
            assertThatExceptionOfType(BadFrame.class)
                    .isThrownBy(() -> ClientFrameReader.read(
                            "{%s,\"id\":1,\"cid\":\"%s\",\"conv\":1,\"body\":\"%s\"}".formatted(frame, CID, body)))
                    .matches(bad -> bad.refused().why() == Refusal.BAD_FRAME);
        }
    }

    @Test
    void emoji_sequences_and_joiners_stay_as_they_were_written() throws BadFrame {
        var body = "👨\u200d👩\u200d👧 می\u200cخواهم 1\ufe0f\u20e3";
        var read = (ClientFrame.Send) ClientFrameReader.read(
                "{\"t\":\"send\",\"id\":1,\"cid\":\"%s\",\"conv\":1,\"body\":\"%s\"}".formatted(CID, body));
        assertThat(read.body().value()).isEqualTo(body);
    }

    @Test
    void a_reaction_is_one_emoji_in_its_qualified_form() throws BadFrame {
        assertThat(reaction("❤", true)).isEqualTo("❤\ufe0f");
        assertThat(reaction("🏳\u200d🌈", true)).isEqualTo("🏳\ufe0f\u200d🌈");
        assertThat(reaction("❤", false)).isEqualTo("❤\ufe0f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "sixteen letters!", "👍👍", "\u200d", "\u202e👍", " "})
    void a_string_that_is_not_an_emoji_is_no_reaction(String text) {
        assertThatExceptionOfType(BadFrame.class).isThrownBy(() -> reaction(text, true));
    }

    @Test
    void a_reaction_older_than_the_list_can_be_removed() throws BadFrame {
        assertThat(reaction("+1", false)).isEqualTo("+1");
    }

    private static String reaction(String emoji, boolean on) throws BadFrame {
        var text = "{\"t\":\"react\",\"id\":1,\"cid\":\"%s\",\"conv\":1,\"pos\":3,\"emoji\":\"%s\",\"on\":%s}"
                .formatted(CID, emoji, on);
        return ((EventDetail.Reaction) ((ClientFrame.Change) ClientFrameReader.read(text)).detail()).emoji();
    }
}
