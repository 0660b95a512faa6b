package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.log.trace.RecordSpans;
import parley.log.trace.TraceContext;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.WriteResult;

class TracedBatchesTest {

    private static final WriteResult STORED = new WriteResult.Stored(3, BatchCounts.NOTHING);

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final RecordSpans spans = RecordSpans.of(TELEMETRY.getOpenTelemetry());

    @Test
    void a_batch_links_to_its_sampled_records_and_is_a_span_in_the_trace_of_each() {
        var batch = Records.range(0, 3);
        var first = traced(batch.get(0), 1);
        traced(batch.get(1), 0);
        assertThat(new TracedBatches(spans, records -> STORED).handle(batch)).isEqualTo(STORED);

        assertThat(TELEMETRY.getSpans()).extracting(SpanData::getName).containsExactlyInAnyOrder("commit", "store");
        var commit = span("commit");
        assertThat(commit.getParentSpanContext().isValid()).isFalse();
        assertThat(commit.getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(first.traceId());
        assertThat(span("store").getTraceId()).isEqualTo(first.traceId());
        assertThat(span("store").getParentSpanId()).isEqualTo(first.parentId());
    }

    @Test
    void a_batch_without_sampled_records_makes_no_span() {
        new TracedBatches(spans, records -> STORED).handle(Records.range(0, 3));
        assertThat(TELEMETRY.getSpans()).isEmpty();
    }

    @Test
    void a_failure_is_recorded_and_passed_on() {
        var batch = Records.range(0, 1);
        traced(batch.getFirst(), 1);
        var failing = new TracedBatches(spans, records -> {
            throw new IllegalStateException("the database is down");
        });
        assertThatThrownBy(() -> failing.handle(batch)).hasMessage("the database is down");
        assertThat(TELEMETRY.getSpans())
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
    }

    @Test
    void while_telemetry_is_off_the_handler_is_called_and_nothing_else_happens() {
        var batch = Records.range(0, 1);
        traced(batch.getFirst(), 1);
        assertThat(new TracedBatches(RecordSpans.OFF, records -> STORED).handle(batch))
                .isEqualTo(STORED);
        assertThat(TELEMETRY.getSpans()).isEmpty();
    }

    private static TraceContext traced(ConsumerRecord<String, String> record, int flags) {
        var random = TraceContext.random();
        var context = new TraceContext(random.high(), random.low(), random.parent(), flags);
        record.headers().add(TraceContext.HEADER, context.bytes());
        return context;
    }

    private static SpanData span(String name) {
        var named = TELEMETRY.getSpans().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
        assertThat(named).hasSize(1);
        return named.getFirst();
    }
}
