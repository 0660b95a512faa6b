package parley.web.file.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a small server with the protocol of ClamAV. */
class ClamAvTest {

    /** In two parts, so that no scanner finds this source. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void a_clean_file_is_clean_whatever_its_size() throws IOException {
        assertThat(scan("hello", null)).isTrue();
        assertThat(scan("0123456789".repeat(50_000), null)).isTrue();
    }

    @Test
    void malware_is_found() throws IOException {
        assertThat(scan(EICAR, null)).isFalse();
    }

    @Test
    void a_scanner_that_cannot_tell_is_a_failure() {
        assertThatThrownBy(() -> scan("hello", "INSTREAM size limit exceeded. ERROR"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_scanner_that_is_down_is_a_failure() throws IOException {
        int port;
        try (var server = server()) {
            port = server.getLocalPort();
        }
        var file = Files.writeString(folder.resolve("file"), "hello");
        assertThatThrownBy(() -> new ClamAv("127.0.0.1", port, LIMIT).isClean(file))
                .isInstanceOf(IOException.class);
    }

    /** The operating system accepts the connection, and as much as fits into its buffers. */
    @Test
    void a_scanner_that_hangs_is_a_failure_whatever_the_size_of_the_file() throws IOException {
        try (var hung = server()) {
            var scanner = new ClamAv("127.0.0.1", hung.getLocalPort(), Duration.ofMillis(500));
            var small = Files.writeString(folder.resolve("small"), "hello");
            assertThatThrownBy(() -> scanner.isClean(small)).isInstanceOf(IOException.class);
            var large = Files.write(folder.resolve("large"), new byte[30_000_000]);
            assertThatThrownBy(() -> scanner.isClean(large)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void without_a_scanner_files_are_refused_or_accepted_as_configured() throws IOException {
        VirusScanner down = content -> {
            throw new IOException("down");
        };
        var file = folder.resolve("file");
        assertThatThrownBy(() -> new ScannerPolicy(down, true, 1).isClean(file)).hasMessage("down");
        assertThat(new ScannerPolicy(down, false, 1).isClean(file)).isTrue();
        assertThat(new ScannerPolicy(content -> false, false, 1).isClean(file)).isFalse();
        assertThatThrownBy(() -> new ScannerPolicy(down, true, 0).isClean(file)).hasMessageContaining("hung");
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** @param answer null: as the contents deserve */
    private boolean scan(String content, String answer) throws IOException {
        try (var server = server()) {
            var served = CompletableFuture.runAsync(() -> serve(server, content, answer));
            var clean = new ClamAv("127.0.0.1", server.getLocalPort(), LIMIT)
                    .isClean(Files.writeString(folder.resolve("file"), content));
            served.join();
            return clean;
        }
    }

    private static void serve(ServerSocket server, String expected, String answer) {
        try (var socket = server.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            var received = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) received.write(in.readNBytes(length));
            var text = received.toString(StandardCharsets.UTF_8);
            assertThat(text).isEqualTo(expected);
            var said = text.contains("EICAR") ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
            socket.getOutputStream().write(((answer == null ? said : answer) + "\0").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
