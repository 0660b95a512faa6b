package parley.log.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;

/**
 * Makes the OpenTelemetry spans of a record's way. While telemetry is off it makes none, and reads no header of any
 * record.
 */
public final class RecordSpans {

    /** Telemetry is off. */
    public static final RecordSpans OFF = new RecordSpans(null);

    private static final String SCOPE = "parley";

    private final Tracer tracer;

    private RecordSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    public static RecordSpans of(OpenTelemetry telemetry) {
        return new RecordSpans(telemetry.getTracer(SCOPE));
    }

    public boolean areOn() {
        return tracer != null;
    }

    /** A span in the trace of the current call, or in a new one. Invalid, so that it does nothing, while off. */
    public Span start(String name, SpanKind kind) {
        return tracer == null
                ? Span.getInvalid()
                : tracer.spanBuilder(name).setSpanKind(kind).startSpan();
    }

    /** A span that belongs to no trace yet and names those of the records that it is about. */
    public Span startLinked(String name, SpanKind kind, Iterable<SpanContext> records) {
        if (tracer == null) return Span.getInvalid();
        var span = tracer.spanBuilder(name).setSpanKind(kind).setNoParent();
        records.forEach(span::addLink);
        return span.startSpan();
    }

    /** A span in the trace of a record. Invalid while off, and if that trace is not sampled. */
    public Span startChild(String name, SpanKind kind, Headers record) {
        return tracer == null ? Span.getInvalid() : startChild(name, kind, sampled(record));
    }

    /** The same for a record whose trace is known. */
    public Span startChild(String name, SpanKind kind, SpanContext record) {
        if (tracer == null || !record.isSampled()) return Span.getInvalid();
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(record)))
                .startSpan();
    }

    /** The span that a record names as its parent; invalid while off, and if its trace is not sampled. */
    public SpanContext sampled(Headers record) {
        var header = tracer == null ? null : record.lastHeader(TraceContext.HEADER);
        if (header == null || header.value() == null) return SpanContext.getInvalid();
        return TraceContext.parse(new String(header.value(), ISO_8859_1))
                .filter(TraceContext::isSampled)
                .map(RecordSpans::spanContext)
                .orElse(SpanContext.getInvalid());
    }

    /** What records and requests that a span causes have as their trace context. */
    public static TraceContext context(SpanContext span) {
        var trace = span.getTraceId();
        return new TraceContext(
                HexFormat.fromHexDigitsToLong(trace, 0, 16),
                HexFormat.fromHexDigitsToLong(trace, 16, 32),
                HexFormat.fromHexDigitsToLong(span.getSpanId()),
                span.getTraceFlags().asByte() & 0xFF);
    }

    private static SpanContext spanContext(TraceContext context) {
        return SpanContext.createFromRemoteParent(
                context.traceId(),
                context.parentId(),
                TraceFlags.fromByte((byte) context.flags()),
                TraceState.getDefault());
    }
}
