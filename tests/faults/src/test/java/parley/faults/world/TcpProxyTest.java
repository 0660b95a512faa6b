package parley.faults.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.cluster.server.Eventually;
import parley.cluster.server.ProxyMode;
import parley.cluster.server.TcpProxy;

class TcpProxyTest {

    private static final int NOT_SOON_MILLIS = 300;

    private ServerSocket echo;
    private TcpProxy link;

    @BeforeEach
    void an_echo_behind_a_link() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::serve);
        link = new TcpProxy("127.0.0.1", echo.getLocalPort());
        link.become(new ProxyMode.Open());
    }

    @AfterEach
    void it_ends() throws IOException {
        link.become(new ProxyMode.Cut());
        echo.close();
    }

    private void serve() {
        try {
            while (true) {
                var client = echo.accept();
                Thread.startVirtualThread(() -> echo(client));
            }
        } catch (IOException closed) {
            return; // the test is over
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException cut) {
            return; // that is what is tested
        }
    }

    private Socket connected() throws IOException {
        var socket = new Socket("127.0.0.1", link.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static int said(Socket socket, int what) throws IOException {
        socket.getOutputStream().write(what);
        return socket.getInputStream().read();
    }

    @Test
    void an_open_one_carries_much_and_in_order() throws IOException {
        try (var socket = connected()) {
            var much = new byte[3_000_000];
            for (int i = 0; i < much.length; i++) much[i] = (byte) (i * 31);
            Thread.startVirtualThread(() -> {
                try {
                    socket.getOutputStream().write(much);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(socket.getInputStream().readNBytes(much.length)).isEqualTo(much);
        }
    }

    @Test
    void the_end_of_one_side_is_the_end_of_the_other() throws IOException {
        try (var socket = connected()) {
            assertThat(said(socket, 1)).isEqualTo(1);
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_cut_one_ends_what_there_was_and_refuses_until_it_is_open_again() throws IOException {
        try (var socket = connected()) {
            assertThat(said(socket, 1)).isEqualTo(1);
            link.become(new ProxyMode.Cut());
            assertThat(ended(socket)).isTrue();
        }
        // The operating system's own acceptance ends at the event loop's next turn; nobody is answered meanwhile.
        Eventually.holds(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> connected().close()).isInstanceOf(IOException.class));
        link.become(new ProxyMode.Open());
        try (var socket = connected()) {
            assertThat(said(socket, 2)).isEqualTo(2);
        }
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() == -1;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void a_half_open_one_accepts_and_holds_and_then_carries_what_was_said_meanwhile() throws IOException {
        try (var before = connected()) {
            assertThat(said(before, 1)).isEqualTo(1);
            link.become(new ProxyMode.HalfOpen());
            try (var meanwhile = connected()) {
                isSilent(before, 2);
                isSilent(meanwhile, 3);
                link.become(new ProxyMode.Open());
                before.setSoTimeout(20_000);
                meanwhile.setSoTimeout(20_000);
                assertThat(before.getInputStream().read()).isEqualTo(2);
                assertThat(meanwhile.getInputStream().read()).isEqualTo(3);
            }
        }
    }

    private static void isSilent(Socket socket, int what) throws IOException {
        socket.setSoTimeout(NOT_SOON_MILLIS);
        socket.getOutputStream().write(what);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_slow_one_takes_its_time_there_and_back() throws IOException {
        link.become(new ProxyMode.Slow(Duration.ofMillis(NOT_SOON_MILLIS), 100_000));
        try (var socket = connected()) {
            long begin = System.nanoTime();
            assertThat(said(socket, 1)).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(2 * NOT_SOON_MILLIS));
        }
    }

    @Test
    void one_to_a_slow_server_delays_each_request_and_no_answer() throws IOException {
        link.become(new ProxyMode.SlowServer(Duration.ofMillis(NOT_SOON_MILLIS)));
        try (var socket = connected()) {
            long begin = System.nanoTime();
            assertThat(said(socket, 1)).isEqualTo(1);
            assertThat(said(socket, 2)).isEqualTo(2);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(2 * NOT_SOON_MILLIS));
            link.become(new ProxyMode.Open());
            assertThat(said(socket, 3)).isEqualTo(3);
        }
    }

    @Test
    void what_was_under_way_when_a_slow_one_opens_again_is_not_overtaken() throws IOException {
        try (var socket = connected()) {
            assertThat(said(socket, 0)).isZero();
            link.become(new ProxyMode.Slow(Duration.ofMillis(NOT_SOON_MILLIS), 100_000));
            socket.getOutputStream().write(1);
            Eventually.pause(Duration.ofMillis(NOT_SOON_MILLIS / 3));
            socket.getOutputStream().write(2);
            link.become(new ProxyMode.Open());
            assertThat(socket.getInputStream().readNBytes(2)).containsExactly(1, 2);
        }
    }
}
