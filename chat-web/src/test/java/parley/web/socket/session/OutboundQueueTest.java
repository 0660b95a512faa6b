package parley.web.socket.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

class OutboundQueueTest {

    private static final String HALF = "x".repeat(FlowControlWindow.SIZE / 2);

    private final SessionSettings settings = new SessionSettings();
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();
    private volatile boolean broken;
    private volatile long mark;
    private OutboundQueue outbound;
    private Thread writer;

    private void open(int mostFrames, int mostChars) {
        settings.queuedFrames = mostFrames;
        settings.queuedChars = mostChars;
        outbound = new OutboundQueue(new FakeWire(), settings, troubles::add);
        writer = Thread.ofVirtual().start(outbound::run);
    }

    private final class FakeWire implements SocketWriter {

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
    void frames_are_written_in_order() throws InterruptedException {
        open(10, 1_000);
        for (var frame : List.of("a", "b", "c")) outbound.add(frame);
        assertThat(take(3)).containsExactly("a", "b", "c");
        assertThat(troubles).isEmpty();
    }

    @Test
    void unconfirmed_frames_hold_back_later_ones() throws InterruptedException {
        open(10, 1_000_000);
        for (var frame : List.of(HALF, HALF, "held back")) outbound.add(frame);
        assertThat(take(3)).containsExactly(HALF, "ping", HALF);
        outbound.confirm(mark + 1);
        assertThat(written).as("after some other pong").isEmpty();
        outbound.confirm(mark);
        assertThat(take(2)).containsExactlyInAnyOrder("ping", "held back");
    }

    @Test
    void a_full_queue_skips_no_frame_and_reports_the_socket_once() throws InterruptedException {
        open(3, 1_000_000);
        outbound.add(HALF + HALF);
        take(2);
        for (var frame : List.of("1", "2", "3", "4", "5")) outbound.add(frame);
        outbound.confirm(mark);
        writer.join();
        assertThat(troubles).containsExactly("too slow");
        assertThat(written)
                .as("what comes after a frame that was left out would hide it")
                .isEmpty();
    }

    @Test
    void a_frame_s_json_is_built_by_the_writer_and_once_for_all_sockets() throws InterruptedException {
        open(10, 1_000);
        var builder = new ArrayList<Thread>();
        var frame = OutgoingFrame.of(() -> {
            builder.add(Thread.currentThread());
            return "built";
        });
        outbound.add("before");
        outbound.add(frame);
        outbound.add(frame);
        outbound.add("after");
        assertThat(take(4)).containsExactly("before", "built", "built", "after");
        assertThat(builder).containsExactly(writer);
    }

    @Test
    void a_frame_that_cannot_be_built_is_not_skipped() throws InterruptedException {
        open(10, 1_000);
        outbound.add(OutgoingFrame.of(() -> {
            throw new IllegalStateException("a bug");
        }));
        outbound.add("after");
        writer.join();
        assertThat(written).isEmpty();
        assertThat(troubles).containsExactly("write failed");
    }

    @Test
    void characters_count_as_well_as_frames() {
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
        outbound.checkTimeouts(System.nanoTime());
        assertThat(troubles).as("there is room for more").isEmpty();
        outbound.add(HALF);
        take(1);
        outbound.checkTimeouts(System.nanoTime());
        assertThat(troubles).containsExactly("too slow");
    }

    @Test
    void the_window_counts_bytes() throws InterruptedException {
        open(10, 1_000_000);
        var wide = "世".repeat(FlowControlWindow.SIZE / 6 + 1);
        for (var frame : List.of(wide, wide, "held back")) outbound.add(frame);
        assertThat(take(3)).containsExactly(wide, "ping", wide);
        assertThat(written).as("three bytes a character").isEmpty();
        outbound.confirm(mark);
        assertThat(take(2)).containsExactlyInAnyOrder("ping", "held back");
    }

    private static class FakeBacklog implements ReplaySource {

        private final Iterator<Pulled> pages;

        FakeBacklog(Pulled... pages) {
            this.pages = List.of(pages).iterator();
        }

        @Override
        public Pulled pull() {
            return pages.hasNext() ? pages.next() : new Pulled.End();
        }

        @Override
        public boolean isLive(ConversationId conversation) {
            return false;
        }

        @Override
        public boolean hold(ConversationId conversation, Position pos, PlacedAnswer answer, long nowNanos) {
            return false;
        }

        @Override
        public List<String> overdue(long nowNanos) {
            return List.of();
        }
    }

    @Test
    void missed_frames_are_pulled_when_nothing_else_waits() throws InterruptedException {
        open(10, 1_000_000);
        outbound.add("welcome");
        outbound.catchUp(new FakeBacklog(frames("1", "2"), new ReplaySource.Pulled.Later(1_000_000), frames("3")));
        assertThat(take(4)).containsExactly("welcome", "1", "2", "3");
        outbound.add("live");
        assertThat(take(1)).containsExactly("live");
        assertThat(troubles).isEmpty();
    }

    @Test
    void live_frames_are_written_between_the_pages_of_missed_ones() throws InterruptedException {
        open(10, 1_000_000);
        outbound.catchUp(new FakeBacklog(frames(HALF, HALF), frames("more")));
        assertThat(take(3)).containsExactly(HALF, "ping", HALF);
        outbound.add("live");
        outbound.confirm(mark);
        assertThat(take(3)).containsSubsequence("live", "more").contains("ping");
    }

    @Test
    void missed_frames_never_count_as_too_slow() throws InterruptedException {
        open(3, 100);
        var missed = IntStream.range(0, 1_000).mapToObj(i -> "x".repeat(90)).toArray(String[]::new);
        outbound.catchUp(new FakeBacklog(frames(missed), frames("last")));
        for (var frame = ""; !frame.equals("last"); frame = written.take())
            if (frame.equals("ping")) outbound.confirm(mark);
        assertThat(troubles).isEmpty();
    }

    @Test
    void a_client_that_does_not_confirm_missed_frames_has_more_time_while_nothing_else_waits()
            throws InterruptedException {
        settings.sendTimeoutMillis = 5_000;
        open(10, 1_000_000);
        outbound.catchUp(new FakeBacklog(frames(HALF, HALF, "waits")));
        take(3);
        long later = System.nanoTime() + 10_000_000_000L;
        outbound.checkTimeouts(later);
        assertThat(troubles).isEmpty();
        outbound.add("live");
        outbound.checkTimeouts(later);
        assertThat(troubles).containsExactly("too slow");
    }

    @Test
    void missed_frames_that_are_lost_close_the_socket() throws InterruptedException {
        open(10, 1_000);
        outbound.catchUp(new FakeBacklog(frames("1"), new ReplaySource.Pulled.Lost("no more")));
        assertThat(take(1)).containsExactly("1");
        assertThat(troubles.take()).isEqualTo("no more");
    }

    @Test
    void a_failing_pull_closes_the_socket() throws InterruptedException {
        open(10, 1_000);
        outbound.catchUp(new FakeBacklog() {
            @Override
            public Pulled pull() {
                throw new IllegalStateException("unforeseen");
            }
        });
        assertThat(troubles.take()).isEqualTo("cannot catch up");
    }

    @Test
    void the_last_frame_does_not_wait_for_all_missed_ones() throws InterruptedException {
        open(10, 1_000_000);
        outbound.catchUp(new FakeBacklog(frames(HALF, HALF), frames("never")));
        take(3);
        outbound.finish("bye", () -> written.add("then"));
        outbound.confirm(mark);
        writer.join();
        assertThat(written).contains("bye", "then").doesNotContain("never");
    }

    private static ReplaySource.Pulled frames(String... frames) {
        return new ReplaySource.Pulled.Frames(List.of(frames));
    }

    @Test
    void a_failed_write_closes_the_socket() throws InterruptedException {
        open(10, 1_000);
        broken = true;
        outbound.add("a");
        assertThat(troubles.take()).isEqualTo("write failed");
    }

    @Test
    void nothing_follows_the_last_frame_and_the_callback_runs_after_it() throws InterruptedException {
        open(10, 1_000);
        outbound.add("a");
        outbound.finish("bye", () -> written.add("then"));
        outbound.add("too late");
        assertThat(take(3)).containsExactly("a", "bye", "then");
        writer.join();
        assertThat(written).isEmpty();
    }

    @Test
    void nothing_follows_the_last_frame_even_if_others_add_frames() throws InterruptedException {
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
            assertThat(List.copyOf(written).subList(written.size() - 2, written.size()))
                    .containsExactly("bye", "then");
            written.clear();
        }
    }
}
