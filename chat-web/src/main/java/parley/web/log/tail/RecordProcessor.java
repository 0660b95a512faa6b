package parley.web.log.tail;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.record.Appended;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.supervision.LogThrottle;
import parley.log.trace.RecordSpans;

/** Parses records and passes them to the handler. A record that fails does not stop the reading of those after it. */
final class RecordProcessor {

    private static final System.Logger LOG = System.getLogger(RecordProcessor.class.getName());

    private final LogRecordHandler handler;
    private final RecordSpans spans;
    private final LogThrottle unreadable;
    private final LogThrottle failed;

    /** @param nanos as {@link System#nanoTime} */
    RecordProcessor(LogRecordHandler handler, RecordSpans spans, LongSupplier nanos) {
        this.handler = handler;
        this.spans = spans;
        this.unreadable = new LogThrottle(Duration.ofMinutes(1), nanos);
        this.failed = new LogThrottle(Duration.ofMinutes(1), nanos);
    }

    /** @param trace what the record has as its trace; invalid while telemetry is off, and if it is not sampled */
    record Parsed(Appended record, SpanContext trace) {}

    /** Empty if the record cannot be parsed; the persister parks such a record. */
    Optional<Parsed> parse(ConsumerRecord<String, String> record, int partitions) {
        try {
            return Optional.of(new Parsed(LogRecords.read(record, partitions), spans.sampled(record.headers())));
        } catch (UnreadableRecord invalid) {
            unreadable
                    .count()
                    .ifPresent(count -> LOG.log(
                            System.Logger.Level.WARNING,
                            "%d records of the log cannot be read, most recently %d@%d (%s); they are not shown, and the persister parks them."
                                    .formatted(count, record.partition(), record.offset(), invalid.getMessage())));
            return Optional.empty();
        }
    }

    /** A record whose handling fails appears in history pages once the database has it. */
    void handle(Parsed parsed) {
        var record = parsed.record();
        var span = spans.startChild("deliver", SpanKind.CONSUMER, parsed.trace());
        try {
            handler.take(record);
        } catch (RuntimeException bug) {
            failed.count()
                    .ifPresent(count -> LOG.log(
                            System.Logger.Level.ERROR,
                            "%d records of the log were not delivered here, most recently %d@%d."
                                    .formatted(count, record.partition(), record.offset()),
                            bug));
            span.setStatus(StatusCode.ERROR).recordException(bug);
        } finally {
            span.end();
        }
    }
}
