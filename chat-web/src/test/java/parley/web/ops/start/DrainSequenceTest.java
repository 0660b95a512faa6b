package parley.web.ops.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainSequenceTest {

    private final List<String> steps = new ArrayList<>();
    private long nanos;
    private int pending = 3;
    private long sockets = 2;
    private boolean answering = true;
    private boolean closing = true;

    @Test
    void sends_are_answered_before_the_sockets_are_closed_and_acknowledgements_come_last() {
        run();
        assertThat(steps)
                .containsExactly("refuse", "answered", "answered", "answered", "close within 4 ms", "acknowledgements");
    }

    @Test
    void unanswered_sends_delay_the_rest_by_nine_seconds() {
        answering = false;
        run();
        assertThat(Duration.ofNanos(nanos)).isBetween(DrainSequence.TIMEOUT, DrainSequence.TIMEOUT.plusSeconds(1));
        assertThat(steps).containsExactly("refuse", "close within 4 ms", "acknowledgements");
    }

    @Test
    void sockets_that_do_not_close_delay_the_acknowledgements_by_nine_seconds() {
        pending = 0;
        closing = false;
        run();
        assertThat(Duration.ofNanos(nanos)).isBetween(DrainSequence.TIMEOUT, DrainSequence.TIMEOUT.plusSeconds(1));
        assertThat(steps).startsWith("refuse", "close within 4 ms").endsWith("acknowledgements");
    }

    @Test
    void clients_of_many_sockets_reconnect_within_ten_seconds() {
        pending = 0;
        sockets = 100_000;
        run();
        assertThat(steps).contains("close within " + DrainSequence.MAX_SPREAD_MILLIS + " ms");
    }

    private void run() {
        new DrainSequence(new FakeNode(), () -> nanos, this::pause).run();
    }

    private void pause(long pauseNanos) {
        nanos += pauseNanos;
        if (answering && pending > 0) {
            pending--;
            steps.add("answered");
        }
    }

    private final class FakeNode implements DrainSequence.Node {

        @Override
        public void refuseNewWork() {
            steps.add("refuse");
        }

        @Override
        public boolean isWorkDone() {
            return pending == 0;
        }

        @Override
        public int pendingSends() {
            return pending;
        }

        @Override
        public long openSockets() {
            return sockets;
        }

        @Override
        public void closeSockets(long spreadMillis) {
            steps.add("close within " + spreadMillis + " ms");
            if (closing) sockets = 0;
        }

        @Override
        public void publishAcknowledgements() {
            steps.add("acknowledgements");
        }
    }
}
