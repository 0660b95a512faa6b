package parley.web.message.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import parley.domain.refusal.Refused;

class PublishQueueTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final List<String> sent = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Instant now = NOW;
    private final PublishQueue queue = new PublishQueue(10, 1, this::send, () -> now);

    @Test
    void a_failure_of_one_record_does_not_stop_those_after_it() throws InterruptedException {
        offer("throws");
        offer("error");
        offer("null");
        offer("failed");
        offer("refusal throws");
        offer("good");
        offer("last");
        queue.run();
        assertThat(sent).as("with room for one unconfirmed: none was leaked").containsExactly("good", "last");
        assertThat(refused).containsExactly("throws", "error", "null", "failed");
    }

    @Test
    void a_failing_clock_does_not_stop_publishing() throws InterruptedException {
        now = Instant.MAX.minusSeconds(1);
        var broken = new PublishQueue(10, 1, this::send, () -> {
            if (sent.isEmpty() && refused.isEmpty()) throw new IllegalStateException("no clock");
            return NOW;
        });
        broken.offer(record("first"), NOW, why -> refused.add("first"));
        broken.offer(record("good"), NOW, why -> refused.add("good"));
        broken.offer(record("last"), NOW, why -> broken.close());
        broken.offer(record("fails"), NOW.minusSeconds(60), why -> broken.close());
        broken.run();
        assertThat(refused).containsExactly("first");
        assertThat(sent).startsWith("good");
    }

    @Test
    void a_record_that_waited_too_long_is_refused() throws InterruptedException {
        offer("old");
        now = NOW.plusSeconds(21);
        queue.offer(record("last"), now, why -> {});
        queue.run();
        assertThat(refused).containsExactly("old");
        assertThat(sent).containsExactly("last");
    }

    @Test
    void while_the_log_confirms_nothing_stale_records_are_refused() throws InterruptedException {
        offer("never confirmed");
        queue.offer(record("waits"), NOW.minusMillis(19_900), why -> {
            refused.add("waits");
            queue.close();
        });
        queue.run();
        assertThat(refused).containsExactly("waits");
    }

    @Test
    void a_full_queue_refuses_records_at_once() {
        for (int i = 0; i < 10; i++) offer("one of ten");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> offer("the eleventh"));
    }

    private void offer(String name) {
        queue.offer(record(name), NOW, why -> {
            if (name.equals("refusal throws")) throw new IllegalStateException();
            refused.add(name);
        });
    }

    private static ProducerRecord<String, String> record(String name) {
        return new ProducerRecord<>("chat_messages", name);
    }

    private CompletionStage<Void> send(ProducerRecord<String, String> record) {
        return switch (record.value()) {
            case "throws", "refusal throws" -> throw new IllegalStateException("the channel has ended");
            case "error" -> throw new StackOverflowError();
            case "null" -> null;
            case "failed" -> CompletableFuture.failedFuture(new IllegalStateException("not taken"));
            case "never confirmed" -> new CompletableFuture<>();
            default -> {
                sent.add(record.value());
                if (record.value().equals("last")) queue.close();
                yield CompletableFuture.completedFuture(null);
            }
        };
    }
}
