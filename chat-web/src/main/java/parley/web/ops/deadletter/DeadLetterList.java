package parley.web.ops.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import parley.domain.ledger.boundary.LedgerQueries;
import parley.domain.ledger.entity.LogOutcome;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.range.RangeReader;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.platform.database.DatabaseGateway;

/**
 * Lists the dead letters of the topic that the database has as parked: those that a replay stored remain in the topic.
 * It reads the whole topic in bounded memory, one list at a time.
 */
@ApplicationScoped
public class DeadLetterList {

    /** Of the newest letters, how many are looked up in the database. */
    private static final int CONSIDERED = 1_000;

    private static final Comparator<DeadLetter> OLDEST_FIRST = Comparator.comparing(DeadLetter::at)
            .thenComparing(DeadLetter::partition)
            .thenComparing(DeadLetter::offset)
            .thenComparing(DeadLetter::epoch);

    @Inject
    LogConnection log;

    @Inject
    DatabaseGateway database;

    @Inject
    LedgerQueries rows;

    private final Semaphore one = new Semaphore(1);

    /** @throws Refused if another list is being created, or log or database do not answer */
    public DeadLetterPage newest(int limit) {
        if (!one.tryAcquire())
            throw Refused.retryLater(
                    Refusal.UNAVAILABLE, "This node is listing dead letters already.", Duration.ofSeconds(5));
        try {
            return parked(newestOfTopic(), limit);
        } catch (KafkaException unreachable) {
            throw Refused.unavailable("The dead letters cannot be read now.", unreachable);
        } finally {
            one.release();
        }
    }

    /** One more than are considered, if there are more. */
    private List<DeadLetter> newestOfTopic() {
        var identity = log.identity();
        var partitions = IntStream.range(0, identity.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.DEAD_LETTERS, partition))
                .toList();
        // A record can be parked more than once.
        var newest = new TreeSet<>(OLDEST_FIRST);
        try (var reader = RangeReader.open(log.reader("parley-dead-letters"))) {
            reader.scanAll(
                    partitions,
                    record -> DeadLetter.read(record, identity.epoch()).ifPresent(letter -> {
                        newest.add(letter);
                        if (newest.size() > CONSIDERED + 1) newest.pollFirst();
                    }));
        }
        return List.copyOf(newest.descendingSet());
    }

    private DeadLetterPage parked(List<DeadLetter> newest, int limit) {
        var parked = new ArrayList<DeadLetterResponse>();
        for (var letter : newest.subList(0, Math.min(CONSIDERED, newest.size()))) {
            if (!isParked(letter)) continue;
            if (parked.size() == limit) return new DeadLetterPage(parked, true);
            parked.add(DeadLetterResponse.of(letter));
        }
        return new DeadLetterPage(parked, newest.size() > CONSIDERED);
    }

    private boolean isParked(DeadLetter letter) {
        return database
                .manyRows(() -> rows.accounts(letter.partition(), letter.epoch(), letter.offset(), letter.offset() + 1))
                .stream()
                .anyMatch(outcome -> outcome.kind() == LogOutcome.Kind.PARKED);
    }
}
