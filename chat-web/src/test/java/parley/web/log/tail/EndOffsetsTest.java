package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import parley.web.log.source.MessageLog;

class EndOffsetsTest {

    private final List<CompletableFuture<long[]>> requests = new ArrayList<>();
    private long nanos;
    private final EndOffsets ends = new EndOffsets(new SlowLog(), () -> nanos);

    /** Answers when the test completes the request. */
    private final class SlowLog implements MessageLog {

        @Override
        public CompletableFuture<long[]> ends() {
            var request = new CompletableFuture<long[]>();
            requests.add(request);
            return request;
        }

        @Override
        public List<ConsumerRecord<String, String>> read(
                int partition, long from, long to, int limit, Duration patience) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void callers_during_a_request_share_the_next_one() {
        var first = ends.now();
        var second = ends.now();
        var third = ends.now();
        assertThat(requests).hasSize(1);
        requests.get(0).complete(new long[] {1});
        assertThat(first).isCompleted();
        assertThat(second).as("a record may have come after the first request").isNotCompleted();
        assertThat(third).isSameAs(second);
        assertThat(requests).hasSize(2);
        requests.get(1).complete(new long[] {2});
        assertThat(second.join().byPartition()).containsExactly(2);
    }

    @Test
    void an_answer_tells_when_its_request_began() {
        nanos = 5;
        var answer = ends.now();
        nanos = 9;
        requests.getFirst().complete(new long[] {1});
        assertThat(answer.join().askedNanos()).isEqualTo(5);
    }

    @Test
    void it_is_failing_until_a_request_succeeds_again() {
        ends.now();
        requests.getLast().completeExceptionally(new TimeoutException("away"));
        assertThat(ends.isFailing()).isTrue();
        var next = ends.now();
        assertThat(ends.isFailing()).isTrue();
        requests.getLast().complete(new long[] {1});
        assertThat(next).isCompleted();
        assertThat(ends.isFailing()).isFalse();
    }
}
