package parley.web.message.admission;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.function.Consumer;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;
import parley.log.trace.RecordSpans;
import parley.web.platform.trace.LogContext;

/** The span of a send, from its frame or request to its answer. The record of the send carries its context. */
final class SendTracing {

    private final RecordSpans spans;

    SendTracing(RecordSpans spans) {
        this.spans = spans;
    }

    /** @param send runs at once, and calls the given callback then or later */
    void trace(LogEntry entry, SendCallback sender, Consumer<SendCallback> send) {
        if (!spans.areOn()) {
            send.accept(sender);
            return;
        }
        var span = spans.start("send", SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("parley.type", entry.type())
                .setAttribute("parley.conversation", entry.conversation().value());
        try (var trace = RecordSpans.context(span.getSpanContext()).open();
                var logged = LogContext.open("traceId", span.getSpanContext().getTraceId())) {
            send.accept(new Traced(sender, span));
        } catch (RuntimeException failed) {
            span.setStatus(StatusCode.ERROR).recordException(failed).end();
            throw failed;
        }
    }

    private record Traced(SendCallback callback, Span span) implements SendCallback {

        @Override
        public void onNotMentioned(NotMentioned who) {
            callback.onNotMentioned(who);
        }

        @Override
        public void onAccepted(AppendResult place, Position prev, boolean dup) {
            callback.onAccepted(place, prev, dup);
            end(place, dup);
        }

        @Override
        public void onRepeated(AppendResult first) {
            callback.onRepeated(first);
            end(first, true);
        }

        @Override
        public void onRefused(Refused why) {
            callback.onRefused(why);
            span.setStatus(StatusCode.ERROR, why.why().code()).end();
        }

        private void end(AppendResult place, boolean repeat) {
            span.setAttribute("parley.pos", place.pos().value())
                    .setAttribute("parley.repeat", repeat)
                    .end();
        }
    }
}
