package parley.log.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RecordSpansTest {

    private static final RecordSpans ON = RecordSpans.of(OpenTelemetry.noop());
    private static final TraceContext UNSAMPLED = TraceContext.random();
    private static final TraceContext SAMPLED =
            new TraceContext(UNSAMPLED.high(), UNSAMPLED.low(), UNSAMPLED.parent(), 1);

    @Test
    void off_no_span_is_made_and_no_header_is_read() {
        assertThat(RecordSpans.OFF.areOn()).isFalse();
        assertThat(RecordSpans.OFF.sampled(null).isValid()).isFalse();
        assertThat(RecordSpans.OFF.start("send", SpanKind.PRODUCER).isRecording())
                .isFalse();
        assertThat(RecordSpans.OFF
                        .startChild("deliver", SpanKind.CONSUMER, record(SAMPLED.bytes()))
                        .getSpanContext()
                        .isValid())
                .isFalse();
    }

    @Test
    void a_sampled_record_gives_the_context_that_was_written() {
        var read = ON.sampled(record(SAMPLED.bytes()));
        assertThat(read.isRemote()).isTrue();
        assertThat(RecordSpans.context(read)).isEqualTo(SAMPLED);
        assertThat(read.getTraceId()).isEqualTo(SAMPLED.traceId());
        assertThat(read.getSpanId()).isEqualTo(SAMPLED.parentId());
    }

    @Test
    void a_record_that_is_not_sampled_or_has_no_valid_context_belongs_to_no_trace() {
        assertThat(ON.sampled(record(UNSAMPLED.bytes())).isValid()).isFalse();
        assertThat(ON.sampled(record("nonsense".getBytes())).isValid()).isFalse();
        assertThat(ON.sampled(new RecordHeaders()).isValid()).isFalse();
        assertThat(ON.sampled(record(null)).isValid()).isFalse();
    }

    private static Headers record(byte[] context) {
        return new RecordHeaders().add(TraceContext.HEADER, context);
    }
}
