package parley.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.refusal.Refusal;

class FrameReaderTest {

    private static final String CID = "01a20c97-417d-7a6b-bf58-3a16233fb780";

    @Test
    void a_send_is_read_and_unknown_fields_are_passed_over() throws BadFrame {
        var frame = FrameReader.read("""
                {"t":"send","id":"a","cid":"%s","conv":7,"body":"hi","replyTo":3,"later":{"x":[1]}}""".formatted(CID));
        var send = (ClientFrame.Send) frame;
        assertThat(send.id().toString()).isEqualTo("\"a\"");
        assertThat(send.conversation()).isEqualTo(new ConversationId(7));
        assertThat(send.body().value()).isEqualTo("hi");
        assertThat(send.replyTo()).isEqualTo(new Position(3));
    }

    @Test
    void hello_tells_what_is_held() throws BadFrame {
        var hello = (ClientFrame.Hello) FrameReader.read("{\"t\":\"hello\",\"id\":1,\"resume\":{\"7\":12,\"8\":0}}");
        assertThat(hello.resume()).isEqualTo(Map.of(new ConversationId(7), new Position(12), new ConversationId(8), new Position(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "7", "\"t\"", "{\"t\":\"ping\""})
    void what_cannot_be_parsed_has_no_id(String text) {
        assertThatExceptionOfType(BadFrame.class).isThrownBy(() -> FrameReader.read(text)).matches(bad -> bad.id() == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"id\":1}",
        "{\"id\":1,\"t\":\"nothing\"}",
        "{\"id\":1,\"t\":5}",
        "{\"id\":1,\"t\":\"send\"}",
        "{\"id\":1,\"t\":\"send\",\"cid\":\"x\",\"conv\":1,\"body\":\"b\"}",
        "{\"id\":1,\"t\":\"send\",\"cid\":\"" + CID + "\",\"conv\":\"1\",\"body\":\"b\"}",
        "{\"id\":1,\"t\":\"send\",\"cid\":\"" + CID + "\",\"conv\":1.5,\"body\":\"b\"}",
        "{\"id\":1,\"t\":\"send\",\"cid\":\"" + CID + "\",\"conv\":1e300,\"body\":\"b\"}",
        "{\"id\":1,\"t\":\"send\",\"cid\":\"" + CID + "\",\"conv\":1,\"body\":\"\"}",
        "{\"id\":1,\"t\":\"send\",\"cid\":\"" + CID + "\",\"conv\":1,\"body\":null}",
        "{\"id\":1,\"t\":\"hello\",\"resume\":{\"x\":1}}",
        "{\"id\":1,\"t\":\"hello\",\"resume\":{\"1\":\"1\"}}",
        "{\"id\":1,\"t\":\"hello\",\"resume\":[]}",
    })
    void what_is_wrong_is_refused_under_its_id(String text) {
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> FrameReader.read(text))
                .matches(bad -> bad.id().toString().equals("1") && bad.refused().why() == Refusal.BAD_FRAME);
    }

    @Test
    void a_body_is_counted_in_code_points() throws BadFrame {
        assertThat(FrameReader.read(send("👋".repeat(4000)))).isInstanceOf(ClientFrame.Send.class);
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> FrameReader.read(send("x".repeat(4001))))
                .matches(bad -> bad.refused().why() == Refusal.TOO_LARGE);
    }

    @Test
    void the_length_on_the_wire_is_that_of_utf8() {
        for (var text : new String[] {"", "a", "ü", "世", "👋", "a👋世ü"}) {
            assertThat(Utf8.length(text)).isEqualTo(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        }
    }

    private static String send(String body) {
        return "{\"t\":\"send\",\"id\":1,\"cid\":\"" + CID + "\",\"conv\":1,\"body\":\"" + body + "\"}";
    }
}
