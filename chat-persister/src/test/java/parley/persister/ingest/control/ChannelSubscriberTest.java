package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import parley.persister.ingest.entity.ChannelRecord;

class ChannelSubscriberTest {

    private final List<Long> asked = new ArrayList<>();
    private final List<ChannelRecord> taken = new ArrayList<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private final ChannelSubscriber subscriber = new ChannelSubscriber("log", taken::add);

    @Test
    void nothing_is_requested_before_it_is_opened() {
        subscriber.onSubscribe(subscription());
        assertThat(asked).isEmpty();
        subscriber.open(100);
        assertThat(asked).containsExactly(100L);
    }

    @Test
    void it_may_be_opened_before_the_channel_subscribes() {
        subscriber.open(100);
        subscriber.onSubscribe(subscription());
        assertThat(asked).containsExactly(100L);
    }

    @Test
    void opening_twice_requests_once() {
        subscriber.onSubscribe(subscription());
        subscriber.open(100);
        subscriber.open(100);
        assertThat(asked).containsExactly(100L);
    }

    @Test
    void only_as_many_records_are_requested_as_were_acknowledged() {
        subscriber.onSubscribe(subscription());
        subscriber.open(100);
        for (long offset = 0; offset < 3; offset++) subscriber.onNext(message(offset));
        assertThat(asked).containsExactly(100L);
        subscriber.acknowledge(taken);
        assertThat(asked).containsExactly(100L, 3L);
        assertThat(acknowledged).containsExactly(0L, 1L, 2L);
    }

    @Test
    void an_empty_acknowledgment_requests_nothing() {
        subscriber.onSubscribe(subscription());
        subscriber.open(100);
        subscriber.acknowledge(List.of());
        assertThat(asked).containsExactly(100L);
    }

    @Test
    void a_failed_acknowledgment_does_not_end_the_channel() {
        subscriber.onSubscribe(subscription());
        var failing = Message.of("x", () -> {
            throw new IllegalStateException("the partition was taken away");
        });
        subscriber.acknowledge(List.of(new ChannelRecord(Records.record(0), failing)));
        assertThat(asked).containsExactly(1L);
    }

    @Test
    void the_end_of_the_channel_is_reported() {
        assertThat(subscriber.ended()).isNull();
        subscriber.onError(new IllegalStateException("poll failed"));
        assertThat(subscriber.ended()).contains("poll failed");
    }

    private Subscription subscription() {
        return new Subscription() {
            @Override
            public void request(long n) {
                asked.add(n);
            }

            @Override
            public void cancel() {}
        };
    }

    private Message<String> message(long offset) {
        var record = Records.record(offset);
        return new Message<>() {
            @Override
            public String getPayload() {
                return record.value();
            }

            @Override
            public CompletableFuture<Void> ack() {
                acknowledged.add(offset);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public <C> C unwrap(Class<C> type) {
                assertThat(type).isEqualTo(ConsumerRecord.class);
                return type.cast(record);
            }
        };
    }
}
