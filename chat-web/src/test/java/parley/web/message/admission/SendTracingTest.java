package parley.web.message.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.domain.identity.Cid;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AppendResult;
import parley.domain.message.entity.Body;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.record.LogRecords;
import parley.log.trace.RecordSpans;
import parley.log.trace.TraceContext;

class SendTracingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final LogEntry MESSAGE =
            new LogEntry.Message(TestNode.TALK, Cid.at(NOW), TestNode.ADA, new Body("traced"), null);
    private static final AppendResult PLACE = new AppendResult(new Position(7), NOW);

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final RecordSpans spans = RecordSpans.of(TELEMETRY.getOpenTelemetry());
    private final TestNode.Caller caller = new TestNode.Caller();

    @Test
    void a_send_is_a_span_until_its_answer_and_its_record_carries_the_context() {
        var waiting = new AtomicReference<SendCallback>();
        var record = new AtomicReference<ProducerRecord<String, String>>();
        new SendTracing(spans).trace(MESSAGE, caller, callback -> {
            record.set(LogRecords.write(MESSAGE, 0, 0, NOW, "one"));
            waiting.set(callback);
        });
        assertThat(TELEMETRY.getSpans()).isEmpty();
        waiting.get().onAccepted(PLACE, null, false);

        var send = only();
        var written = TraceContext.parse(new String(
                        record.get().headers().lastHeader(TraceContext.HEADER).value(), UTF_8))
                .orElseThrow();
        assertThat(written.traceId()).isEqualTo(send.getTraceId());
        assertThat(written.parentId()).isEqualTo(send.getSpanId());
        assertThat(written.isSampled()).isTrue();
        assertThat(send.getAttributes().get(AttributeKey.longKey("parley.pos"))).isEqualTo(7);
        assertThat(send.getAttributes().toString()).doesNotContain("traced");
        assertThat(caller.pos()).isEqualTo(7);
    }

    @Test
    void a_refusal_ends_the_span_with_its_code() {
        new SendTracing(spans)
                .trace(MESSAGE, caller, callback -> callback.onRefused(new Refused(Refusal.CONFLICT, "revoked")));
        assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(only().getStatus().getDescription()).isEqualTo("conflict");
    }

    @Test
    void publishing_is_a_child_until_kafka_confirms() {
        var confirmed = new CompletableFuture<Void>();
        new SendTracing(spans).trace(MESSAGE, caller, callback -> {
            new TracedSending(spans, record -> confirmed).send(LogRecords.write(MESSAGE, 0, 0, NOW, "one"));
            callback.onAccepted(PLACE, null, false);
        });
        var send = only();
        confirmed.complete(null);
        assertThat(TELEMETRY.getSpans())
                .filteredOn(span -> span.getName().equals("publish"))
                .singleElement()
                .satisfies(publish -> assertThat(publish.getParentSpanId()).isEqualTo(send.getSpanId()));
    }

    @Test
    void a_failure_ends_the_span_and_is_passed_on() {
        assertThatThrownBy(() -> new SendTracing(spans).trace(MESSAGE, caller, callback -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void while_telemetry_is_off_the_sender_itself_gets_the_answer() {
        new SendTracing(RecordSpans.OFF)
                .trace(MESSAGE, caller, callback -> assertThat(callback).isSameAs(caller));
        assertThat(TELEMETRY.getSpans()).isEmpty();
    }

    private static SpanData only() {
        assertThat(TELEMETRY.getSpans()).hasSize(1);
        return TELEMETRY.getSpans().getFirst();
    }
}
