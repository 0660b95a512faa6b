package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.topic.AnotherLog;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.source.MessageLog;
import parley.web.log.topic.StoredOffsets;
import parley.web.platform.clock.LogClock;

class TailStatusTest {

    private static final int INDEX_MINUTES = 5;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private long end = 10;
    private String fault;
    private boolean another;
    private final List<String> reports = new ArrayList<>();
    private final LogTail tail = new LogTail(settings(), new StoredOffsets());
    private final TailStatus status = status();

    @Test
    void the_tail_is_recent_and_the_index_complete_once_the_end_was_read() {
        tail.begin(new TailStart.Offsets(new long[] {5}, new long[] {5}));
        status.requestEnds();
        assertThat(status.isRecent()).isFalse();
        assertThat(status.isIndexComplete()).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(status::requireComplete)
                .extracting(Refused::why)
                .isEqualTo(Refusal.UNAVAILABLE);
        tail.progress().moveTo(0, 10);
        status.requireComplete();
        assertThat(status.isRecent()).isTrue();
        assertThat(status.isIndexComplete()).isTrue();
    }

    @Test
    void before_the_tail_has_begun_nothing_is_recent_or_complete() {
        status.requestEnds();
        assertThat(status.isRecent()).isFalse();
        assertThat(status.isIndexComplete()).isFalse();
        unavailable();
    }

    @Test
    void a_tail_that_lost_its_place_is_not_recent_and_needs_a_restart() {
        tail.begin(new TailStart.Offsets(new long[] {10}, new long[] {10}));
        status.requestEnds();
        status.markLost();
        assertThat(status.isRecent()).isFalse();
        assertThat(status.isAlive()).isFalse();
        assertThat(reports).as("the broker is asked whether it is another log").containsExactly("look");
    }

    @Test
    void no_restart_is_needed_if_it_is_another_log() {
        tail.begin(new TailStart.Offsets(new long[] {10}, new long[] {10}));
        status.markLost();
        fault = "the topic was recreated";
        assertThat(status.isAlive()).isTrue();
    }

    @Test
    void what_depends_on_recent_memberships_is_refused_for_another_log() {
        tail.begin(new TailStart.Offsets(new long[] {10}, new long[] {10}));
        status.requestEnds();
        status.requireRecent();
        fault = "the topic was recreated";
        unavailable();
    }

    @Test
    void a_truncated_log_is_reported_at_the_second_request() {
        tail.begin(new TailStart.Offsets(new long[] {10}, new long[] {10}));
        end = 7;
        status.requestEnds();
        assertThat(reports).isEmpty();
        status.requestEnds();
        assertThat(reports).containsExactly("partition 0 ends at 7 but was read up to 10");
    }

    @Test
    void reading_stops_if_the_topic_was_replaced() {
        status.requireSameLog();
        another = true;
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(status::requireSameLog);
    }

    @Test
    void the_start_of_the_index_moves_with_the_clock_but_not_before_the_first_record() {
        status.begin(now);
        var first = now.minusSeconds(INDEX_MINUTES * 60);
        assertThat(status.indexStart()).isEqualTo(first);
        now = now.minusSeconds(1);
        assertThat(status.indexStart()).isEqualTo(first);
        now = now.plusSeconds(61);
        assertThat(status.indexStart()).isEqualTo(first.plusSeconds(60));
    }

    private void unavailable() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(status::requireRecent)
                .extracting(Refused::why)
                .isEqualTo(Refusal.UNAVAILABLE);
    }

    private TailStatus status() {
        var made = new TailStatus();
        made.tail = tail;
        made.settings = settings();
        made.ends = new EndOffsets(new Log(), System::nanoTime);
        made.clock = new LogClock() {
            @Override
            public Instant instant() {
                return now;
            }
        };
        made.identityCheck = new LogIdentityCheck() {
            @Override
            public void look() {
                reports.add("look");
            }

            @Override
            public void shrank(int partition, long ends, long read) {
                reports.add("partition %d ends at %d but was read up to %d".formatted(partition, ends, read));
            }

            @Override
            public void require() {
                if (fault != null) throw new Refused(Refusal.UNAVAILABLE, fault);
            }

            @Override
            public String fault() {
                return fault;
            }

            @Override
            public boolean isAnother() {
                return another;
            }
        };
        return made;
    }

    private static NodeSettings settings() {
        return new NodeSettings() {
            @Override
            public int indexMinutes() {
                return INDEX_MINUTES;
            }
        };
    }

    private final class Log implements MessageLog {

        @Override
        public CompletableFuture<long[]> ends() {
            return CompletableFuture.completedFuture(new long[] {end});
        }

        @Override
        public List<ConsumerRecord<String, String>> read(
                int partition, long from, long to, int limit, Duration patience) {
            throw new UnsupportedOperationException();
        }
    }
}
