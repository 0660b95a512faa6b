package parley.persister.ingest.control;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.trace.RecordSpans;
import parley.persister.store.entity.WriteResult;

/**
 * Makes a span of each batch, which links to the traces of its records, and in each of these traces a span of the same
 * time. A batch of which no record is sampled gets none.
 */
public final class TracedBatches implements BatchHandler {

    private final RecordSpans spans;
    private final BatchHandler handler;

    public TracedBatches(RecordSpans spans, BatchHandler handler) {
        this.spans = spans;
        this.handler = handler;
    }

    @Override
    public WriteResult handle(List<ConsumerRecord<String, String>> records) {
        if (!spans.areOn()) return handler.handle(records);
        var traces = records.stream()
                .map(record -> spans.sampled(record.headers()))
                .filter(SpanContext::isValid)
                .toList();
        return traces.isEmpty() ? handler.handle(records) : traced(records, traces);
    }

    private WriteResult traced(List<ConsumerRecord<String, String>> records, List<SpanContext> traces) {
        var started = new ArrayList<Span>(traces.size() + 1);
        started.add(spans.startLinked("commit", SpanKind.CONSUMER, traces)
                .setAttribute("messaging.system", "kafka")
                .setAttribute(
                        "messaging.destination.partition.id",
                        Integer.toString(records.getFirst().partition()))
                .setAttribute("messaging.batch.message_count", records.size()));
        for (var trace : traces) started.add(spans.startChild("store", SpanKind.CONSUMER, trace));
        try {
            return handler.handle(records);
        } catch (RuntimeException | Error failed) {
            started.getFirst().recordException(failed);
            started.forEach(span -> span.setStatus(StatusCode.ERROR));
            throw failed;
        } finally {
            started.forEach(Span::end);
        }
    }
}
