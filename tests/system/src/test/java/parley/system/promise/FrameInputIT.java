package parley.system.promise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.client.RawSocket;
import parley.cluster.server.TestCluster;

/** Any input of a socket gets one answer and takes no more memory than a message may have. */
class FrameInputIT {

    private static final int MOST = 65_536;

    private final TestCluster cluster = TestCluster.shared();
    private final Person ada = Person.register(cluster.one(), "ada");

    private RawSocket greeted() throws IOException {
        var socket = RawSocket.of(cluster.one(), ada);
        socket.text("{\"t\":\"hello\",\"id\":0}");
        assertThat(socket.heard().path("t").asText()).isEqualTo("welcome");
        return socket;
    }

    @Test
    void every_frame_with_an_id_has_one_answer() throws IOException {
        var ping = "{\"t\":\"ping\",\"id\":1";
        try (var socket = greeted()) {
            for (var text : List.of(
                    "",
                    "[]",
                    "{",
                    ping,
                    ping + "}x",
                    ping + "}{}",
                    ping + ",\"id\":1}",
                    ping + ",\"x\":1,\"x\":2}",
                    ping + ",\"x\":" + "9".repeat(5_000) + "}",
                    ping + ",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}",
                    ping + ",\"x\":" + "{\"a\":".repeat(9_000) + "1" + "}".repeat(9_000) + "}",
                    ping + ",\"x\":\"\\ud800\"}",
                    "{\"t\":\"typing\",\"id\":1,\"conv\":" + "9".repeat(5_000) + "}",
                    "{\"t\":\"typing\",\"id\":1,\"conv\":1e2}",
                    "{\"t\":\"typing\",\"id\":1,\"conv\":1.0}",
                    "{\"t\":\"typing\",\"id\":1,\"conv\":1e999999999}",
                    "{\"t\":\"ping\",\"id\":{}}",
                    "{\"t\":\"ping\",\"id\":[1]}",
                    "{\"t\":\"ping\",\"id\":true}",
                    "{\"t\":\"ping\",\"id\":" + "9".repeat(5_000) + "}",
                    "{\"t\":\"dance\",\"id\":1}",
                    "{\"id\":1}",
                    "{\"t\":\"hello\",\"id\":1,\"resume\":7}",
                    "{\"t\":\"watch\",\"id\":1,\"users\":[null]}")) {
                socket.text(text);
                socket.text("{\"t\":\"ping\",\"id\":\"after\"}");
                var answer = socket.heard();
                assertThat(answer.path("t").asText())
                        .as(text.substring(0, Math.min(80, text.length())))
                        .isEqualTo("err");
                assertThat(answer.path("code").asText()).isIn("bad_frame", "conflict");
                assertThat(socket.heard().path("id").asText())
                        .as("then nothing but what was asked next")
                        .isEqualTo("after");
            }
        }
    }

    @Test
    void a_message_may_be_fragmented_with_a_ping_in_between() throws IOException {
        try (var socket = greeted()) {
            socket.frame(RawSocket.TEXT, false, "{\"t\":\"pi".getBytes(UTF_8));
            socket.frame(RawSocket.PING, true, new byte[0]);
            socket.frame(RawSocket.CONTINUATION, false, new byte[0]);
            socket.frame(RawSocket.CONTINUATION, true, "ng\",\"id\":\"parts\"}".getBytes(UTF_8));
            socket.text("{\"t\":\"ping\",\"id\":\"whole\"}");
            assertThat(socket.heard().path("id").asText()).isEqualTo("parts");
            assertThat(socket.heard().path("id").asText()).isEqualTo("whole");
        }
    }

    @Test
    void a_message_has_a_maximum_number_of_bytes() throws IOException {
        var ping = Json.of("t", "ping", "id", 1, "x", "");
        var longest = ping.put("x", "x".repeat(MOST - ping.toString().length())).toString();
        try (var socket = greeted()) {
            socket.text(longest);
            assertThat(socket.heard().path("t").asText()).isEqualTo("pong");
            socket.text(longest + " ");
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_frame_that_is_too_long_closes_the_socket_before_it_is_complete() throws IOException {
        for (long length : new long[] {MOST + 1, 30_000_000, 1L << 40}) {
            try (var socket = greeted()) {
                socket.begin(RawSocket.TEXT, true, length);
                socket.bytes(new byte[] {'{'});
                assertThat(socket.closeCode()).as("of " + length + " bytes").isEqualTo(1009);
            }
        }
    }

    @Test
    void a_message_with_endless_fragments_closes_the_socket_at_the_limit() throws IOException {
        try (var socket = greeted()) {
            var part = "x".repeat(1_024).getBytes(UTF_8);
            try {
                socket.frame(RawSocket.TEXT, false, part);
                for (int i = 0; i < 1_000; i++) socket.frame(RawSocket.CONTINUATION, false, part);
            } catch (SocketException closedMeanwhile) {
                // The server has stopped reading.
            }
            assertThat(socket.closeCode()).isIn(1009, ChatSocket.ABNORMAL);
        }
    }

    @Test
    void binary_and_invalid_utf8_frames_are_refused() throws IOException {
        try (var socket = greeted()) {
            socket.frame(RawSocket.BINARY, false, new byte[10]);
            assertThat(socket.closeCode()).isEqualTo(1003);
        }
        try (var socket = greeted()) {
            socket.begin(RawSocket.BINARY, true, 30_000_000);
            assertThat(socket.closeCode()).isIn(1003, 1009);
        }
    }
}
