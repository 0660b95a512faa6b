package parley.web.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import parley.web.log.tail.LogTail;
import parley.web.message.admission.LogPublisher;
import parley.web.message.admission.PendingSends;
import parley.web.socket.session.SessionRegistry;

/** Gauges of a chat node for {@code /metrics}; docs/operations.md describes each one. */
@ApplicationScoped
class NodeGauges {

    @Inject
    MetricRegistry registry;

    @Inject
    LogPublisher publisher;

    @Inject
    PendingSends pending;

    @Inject
    LogTail tail;

    @Inject
    SessionRegistry sessions;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gauge("parley.pump.waiting", publisher, LogPublisher::waiting);
        gauge("parley.sends.unanswered", pending, PendingSends::size);
        gauge("parley.index.entries", tail, LogTail::indexSize);
        gauge("parley.tail.records", tail, LogTail::records);
        gauge("parley.tail.bytes", tail, LogTail::bytes);
        gauge("parley.sockets", sessions, SessionRegistry::size);
        gauge("parley.sockets.ungreeted", sessions, SessionRegistry::ungreeted);
    }

    private <T> void gauge(String name, T of, ToLongFunction<T> value) {
        registry.gauge(name, of, value::applyAsLong);
    }
}
