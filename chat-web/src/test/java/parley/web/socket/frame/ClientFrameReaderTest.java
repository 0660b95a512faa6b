package parley.web.socket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.refusal.Refusal;

class ClientFrameReaderTest {

    private static final String CID = "01a20c97-417d-7a6b-bf58-3a16233fb780";

    @Test
    void a_send_is_parsed_and_unknown_fields_are_ignored() throws BadFrame {
        var frame = ClientFrameReader.read("""
                {"t":"send","id":"a","cid":"%s","conv":7,"body":"hi","replyTo":3,"later":{"x":[1]}}""".formatted(CID));
        var send = (ClientFrame.Send) frame;
        assertThat(send.id().toString()).isEqualTo("\"a\"");
        assertThat(send.conversation()).isEqualTo(new ConversationId(7));
        assertThat(send.body().value()).isEqualTo("hi");
        assertThat(send.replyTo()).isEqualTo(new Position(3));
    }

    @Test
    void hello_has_the_positions_that_the_client_holds() throws BadFrame {
        var hello =
                (ClientFrame.Hello) ClientFrameReader.read("{\"t\":\"hello\",\"id\":1,\"resume\":{\"7\":12,\"8\":0}}");
        assertThat(hello.resume())
                .isEqualTo(Map.of(new ConversationId(7), new Position(12), new ConversationId(8), new Position(0)));
    }

    @Test
    void hello_may_say_what_the_client_calls_itself_and_that_its_user_is_away() throws BadFrame {
        var hello = (ClientFrame.Hello)
                ClientFrameReader.read("{\"t\":\"hello\",\"id\":1,\"client\":\"laptop-1\",\"idle\":true}");
        assertThat(hello.client()).isEqualTo("laptop-1");
        assertThat(hello.idle()).isTrue();
        var bare = (ClientFrame.Hello) ClientFrameReader.read("{\"t\":\"hello\",\"id\":1}");
        assertThat(bare.client()).isEmpty();
        assertThat(bare.idle()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"client\":\"\"", "\"client\":\"a b\"", "\"client\":7", "\"idle\":1"})
    void hello_with_an_invalid_client_is_a_bad_frame(String field) {
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> ClientFrameReader.read("{\"t\":\"hello\",\"id\":1," + field + "}"))
                .matches(bad -> bad.id() != null && bad.refused().why() == Refusal.BAD_FRAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"version\":1", ",\"version\":null"})
    void hello_in_the_version_of_this_node_is_read(String field) throws BadFrame {
        assertThat(ClientFrameReader.read("{\"t\":\"hello\",\"id\":1" + field + "}"))
                .isInstanceOf(ClientFrame.Hello.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "1.0", "\"1\"", "true"})
    void hello_in_another_version_is_rejected_with_the_version_of_this_node(String version) {
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> ClientFrameReader.read("{\"t\":\"hello\",\"id\":1,\"version\":" + version + "}"))
                .matches(bad -> bad.refused().getMessage().startsWith("version:"));
    }

    @Test
    void active_and_idle_need_no_id() throws BadFrame {
        assertThat(ClientFrameReader.read("{\"t\":\"active\"}")).isEqualTo(new ClientFrame.Activity(null, false));
        assertThat(ClientFrameReader.read("{\"t\":\"idle\"}")).isEqualTo(new ClientFrame.Activity(null, true));
    }

    @Test
    void unread_has_the_first_message_that_becomes_unread() throws BadFrame {
        assertThat(ClientFrameReader.read("{\"t\":\"unread\",\"conv\":7,\"pos\":12}"))
                .isEqualTo(new ClientFrame.Unread(null, new ConversationId(7), new Position(12)));
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> ClientFrameReader.read("{\"t\":\"unread\",\"conv\":7}"))
                .matches(bad -> bad.refused().getMessage().startsWith("pos:"));
    }

    @ParameterizedTest
    @MethodSource("unparsable")
    void an_unparsable_frame_is_a_bad_frame_without_id(String text) {
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> ClientFrameReader.read(text))
                .matches(bad -> bad.id() == null && bad.refused().why() == Refusal.BAD_FRAME);
    }

    static List<String> unparsable() {
        var ping = "{\"t\":\"ping\",\"id\":1";
        return List.of(
                "",
                " ",
                "not json",
                "[]",
                "7",
                "\"t\"",
                "null",
                ping,
                ping + "} x",
                ping + "}{}",
                ping + "},",
                ping + "}]",
                ping + ",\"id\":1}",
                ping + ",\"t\":\"ping\"}",
                ping + ",\"x\":{\"a\":1,\"a\":2}}",
                ping + ",\"x\":" + "9".repeat(5_000) + "}",
                ping + ",\"x\":0." + "1".repeat(5_000) + "}",
                ping + ",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}",
                ping + ",\"x\":" + "{\"a\":".repeat(30_000) + "1" + "}".repeat(30_000) + "}",
                ping + ",\"x\":\"\\ud800\"}",
                ping + ",\"\\udc00\":1}",
                ping + ",\"x\":NaN}",
                ping + ",\"x\":01}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "[1]", "{}", "{\"a\":1}", "1e2", "1E400"})
    void an_id_that_is_neither_text_nor_a_plain_number_is_a_bad_frame_without_id(String id) {
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> ClientFrameReader.read("{\"t\":\"ping\",\"id\":" + id + "}"))
                .matches(bad -> bad.id() == null && bad.refused().why() == Refusal.BAD_FRAME);
    }

    @Test
    void an_id_has_at_most_two_hundred_characters() throws BadFrame {
        assertThat(ClientFrameReader.read("{\"t\":\"ping\",\"id\":\"" + "x".repeat(200) + "\"}")
                        .id())
                .isNotNull();
        for (var id : List.of("\"" + "x".repeat(201) + "\"", "9".repeat(201))) {
            assertThatExceptionOfType(BadFrame.class)
                    .isThrownBy(() -> ClientFrameReader.read("{\"t\":\"ping\",\"id\":" + id + "}"))
                    .matches(bad -> bad.id() == null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-3", "1.50", "0.5", "\"seven\"", "\"\""})
    void an_id_is_repeated_as_it_was_given(String id) throws BadFrame {
        assertThat(ClientFrameReader.read("{\"t\":\"ping\",\"id\":" + id + "}")
                        .id()
                        .toString())
                .isEqualTo(id);
    }

    @Test
    void a_frame_may_have_no_id() throws BadFrame {
        assertThat(ClientFrameReader.read("{\"t\":\"ping\"}").id()).isNull();
        assertThat(ClientFrameReader.read("{\"t\":\"ping\",\"id\":null}").id()).isNull();
    }

    @Test
    void a_client_resumes_at_most_ten_thousand_conversations() throws BadFrame {
        assertThat(((ClientFrame.Hello) ClientFrameReader.read(hello(10_000))).resume())
                .hasSize(10_000);
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> ClientFrameReader.read(hello(10_001)))
                .matches(bad -> bad.id() != null);
    }

    private static String hello(int conversations) {
        return IntStream.rangeClosed(1, conversations)
                .mapToObj(i -> "\"" + i + "\":0")
                .collect(Collectors.joining(",", "{\"t\":\"hello\",\"id\":1,\"resume\":{", "}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "{\"id\":1,\"t\":\"hello\",\"resume\":7}",
                "{\"id\":1,\"t\":\"hello\",\"resume\":{\"1\":1.0}}",
                "{\"id\":1,\"t\":\"hello\",\"resume\":{\"1\":1e2}}",
                "{\"id\":1,\"t\":\"hello\",\"resume\":{\"01\":1}}",
                "{\"id\":1,\"t\":\"hello\",\"resume\":{\"1\":-1}}",
                "{\"id\":1,\"t\":\"watch\",\"users\":[1.0]}",
                "{\"id\":1,\"t\":\"watch\",\"users\":[null]}",
                "{\"id\":1,\"t\":\"watch\",\"users\":[\"1\"]}",
                "{\"id\":1,\"t\":\"typing\",\"conv\":1.0}",
                "{\"id\":1,\"t\":\"typing\",\"conv\":1e2}",
                "{\"id\":1,\"t\":\"typing\",\"conv\":9223372036854775808}",
                "{\"id\":1,\"t\":\"read\",\"conv\":1,\"pos\":1.5}",
                "{\"id\":1,\"t\":\"read\",\"conv\":1,\"pos\":9007199254740992}",
            })
    void an_invalid_frame_is_refused_under_its_id(String text) {
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> ClientFrameReader.read(text))
                .matches(bad -> bad.id().toString().equals("1") && bad.refused().why() == Refusal.BAD_FRAME);
    }

    @Test
    void a_body_is_counted_in_code_points() throws BadFrame {
        assertThat(ClientFrameReader.read(send("👋".repeat(4000)))).isInstanceOf(ClientFrame.Send.class);
        assertThatExceptionOfType(BadFrame.class)
                .isThrownBy(() -> ClientFrameReader.read(send("x".repeat(4001))))
                .matches(bad -> bad.refused().why() == Refusal.TOO_LARGE);
    }

    @Test
    void the_length_on_the_wire_is_that_of_utf8() {
        for (var text : new String[] {"", "a", "ü", "世", "👋", "a👋世ü"}) {
            assertThat(Utf8Length.length(text))
                    .isEqualTo(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        }
    }

    private static String send(String body) {
        return "{\"t\":\"send\",\"id\":1,\"cid\":\"" + CID + "\",\"conv\":1,\"body\":\"" + body + "\"}";
    }
}
