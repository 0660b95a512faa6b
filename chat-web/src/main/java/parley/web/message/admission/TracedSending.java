package parley.web.message.admission;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.log.trace.RecordSpans;

/** Makes a span of the time from handing a record to Kafka to its confirmation. */
final class TracedSending implements PublishQueue.Sending {

    private final RecordSpans spans;
    private final PublishQueue.Sending sending;

    TracedSending(RecordSpans spans, PublishQueue.Sending sending) {
        this.spans = spans;
        this.sending = sending;
    }

    @Override
    public CompletionStage<Void> send(ProducerRecord<String, String> record) {
        if (!spans.areOn()) return sending.send(record);
        var span = spans.startChild("publish", SpanKind.PRODUCER, record.headers())
                .setAttribute("messaging.destination.name", record.topic());
        try {
            return sending.send(record).whenComplete((done, failed) -> {
                if (failed != null) span.setStatus(StatusCode.ERROR).recordException(failed);
                span.end();
            });
        } catch (RuntimeException | Error failed) {
            span.setStatus(StatusCode.ERROR).recordException(failed).end();
            throw failed;
        }
    }
}
