package parley.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundTest {

    private static final String HALF = "x".repeat(Window.SIZE / 2);

    private final SessionSettings settings = new SessionSettings();
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();
    private volatile boolean broken;
    private volatile long mark;
    private Outbound outbound;
    private Thread writer;

    private void open(int mostFrames, int mostChars) {
        settings.queuedFrames = mostFrames;
        settings.queuedChars = mostChars;
        outbound = new Outbound(new FakeWire(), settings, troubles::add);
        writer = Thread.ofVirtual().start(outbound::run);
    }

    private final class FakeWire implements Wire {

        @Override
        public void text(String frame) throws IOException {
            if (broken) throw new IOException("broken pipe");
            written.add(frame);
        }

        @Override
        public void ping(long said) {
            mark = said;
            written.add("ping");
        }
    }

    @AfterEach
    void its_thread_ends() throws InterruptedException {
        outbound.close();
        writer.join();
    }

    private List<String> take(int n) throws InterruptedException {
        var frames = new String[n];
        for (int i = 0; i < n; i++) frames[i] = written.take();
        return List.of(frames);
    }

    @Test
    void frames_leave_in_order() throws InterruptedException {
        open(10, 1_000);
        for (var frame : List.of("a", "b", "c")) outbound.add(frame);
        assertThat(take(3)).containsExactly("a", "b", "c");
        assertThat(troubles).isEmpty();
    }

    @Test
    void what_is_not_confirmed_holds_back_what_comes_after_it() throws InterruptedException {
        open(10, 1_000_000);
        for (var frame : List.of(HALF, HALF, "held back")) outbound.add(frame);
        assertThat(take(3)).containsExactly(HALF, "ping", HALF);
        outbound.confirmed(mark + 1);
        assertThat(written).as("after some other pong").isEmpty();
        outbound.confirmed(mark);
        assertThat(take(2)).containsExactlyInAnyOrder("ping", "held back");
    }

    @Test
    void when_more_waits_than_may_nothing_is_skipped_and_the_socket_is_in_trouble_once() throws InterruptedException {
        open(3, 1_000_000);
        outbound.add(HALF + HALF);
        take(2);
        for (var frame : List.of("1", "2", "3", "4", "5")) outbound.add(frame);
        outbound.confirmed(mark);
        writer.join();
        assertThat(troubles).containsExactly("too slow");
        assertThat(written).as("what comes after a frame that was left out would hide it").isEmpty();
    }

    @Test
    void characters_count_too() {
        open(10, 100);
        outbound.add("x".repeat(101));
        assertThat(troubles).containsExactly("too slow");
    }

    @Test
    void a_client_that_confirms_nothing_for_too_long_is_too_slow() throws InterruptedException {
        settings.sendTimeoutMillis = -1;
        open(10, 1_000_000);
        outbound.add(HALF);
        take(2);
        outbound.look();
        assertThat(troubles).as("there is room for more").isEmpty();
        outbound.add(HALF);
        take(1);
        outbound.look();
        assertThat(troubles).containsExactly("too slow");
    }

    @Test
    void a_write_that_fails_is_trouble() throws InterruptedException {
        open(10, 1_000);
        broken = true;
        outbound.add("a");
        assertThat(troubles.take()).isEqualTo("write failed");
    }

    @Test
    void the_last_frame_is_the_last_and_what_follows_runs_after_it_was_written() throws InterruptedException {
        open(10, 1_000);
        outbound.add("a");
        outbound.finish("bye", () -> written.add("then"));
        outbound.add("too late");
        assertThat(take(3)).containsExactly("a", "bye", "then");
        writer.join();
        assertThat(written).isEmpty();
    }

    @Test
    void the_last_frame_is_the_last_whoever_else_is_adding() throws InterruptedException {
        for (int round = 0; round < 300; round++) {
            open(1_000_000, 1_000_000);
            var ending = outbound;
            var other = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 500; i++) ending.add("x");
            });
            Thread.onSpinWait();
            ending.finish("bye", () -> written.add("then"));
            other.join();
            writer.join();
            assertThat(written.stream().filter(frame -> !frame.equals("x"))).containsExactly("bye", "then");
            assertThat(List.copyOf(written).subList(written.size() - 2, written.size())).containsExactly("bye", "then");
            written.clear();
        }
    }
}
