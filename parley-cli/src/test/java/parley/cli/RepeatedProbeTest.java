package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code parley probe --every --serve} against an installation that is down. */
@Timeout(60)
class RepeatedProbeTest {

    private static final Duration PAUSE = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private final AtomicInteger signIns = new AtomicInteger();
    private final StringWriter errors = new StringWriter();
    private HttpServer down;

    @BeforeEach
    void start() throws IOException {
        down = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        down.createContext("/", exchange -> {
            signIns.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        down.start();
    }

    @AfterEach
    void stop() {
        down.stop(0);
    }

    @Test
    void a_failure_is_served_and_the_next_probe_follows_until_the_process_is_stopped() throws Exception {
        var accounts = folder.resolve("accounts");
        int port = freePort();
        var run = new FutureTask<>(() -> Main.run(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(errors, true),
                "probe",
                "--every",
                "1",
                "--serve",
                "127.0.0.1:" + port,
                "--accounts",
                accounts.toString(),
                "--url",
                "http://127.0.0.1:" + down.getAddress().getPort()));
        var thread = new Thread(run);
        thread.start();
        while (!errors.toString().contains("cannot be read")) pause();
        assertThat(metrics(port)).as("without accounts").isEmpty();

        Files.writeString(accounts, "probe.1=one\nprobe.2=two\n");
        while (!metrics(port).contains("\nparley_probe_success 0.000\n")) pause();
        int before = signIns.get();
        while (signIns.get() == before) pause();

        thread.interrupt();
        assertThat(run.get()).isEqualTo(1);
    }

    @Test
    void what_is_served_has_to_be_repeated() {
        int code = Main.run(
                new PrintWriter(Writer.nullWriter()), new PrintWriter(errors, true), "probe", "--serve", "9100");
        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains("--serve needs --every");
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Empty while nothing is served. */
    private static String metrics(int port) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (ConnectException starting) {
            return "";
        }
    }
}
