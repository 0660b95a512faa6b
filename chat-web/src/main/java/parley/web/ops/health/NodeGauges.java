package parley.web.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import parley.web.log.tail.Tail;
import parley.web.message.admission.Pending;
import parley.web.message.admission.Pump;
import parley.web.socket.session.SessionRegistry;

/** What a chat node holds at this moment, for {@code /metrics}; docs/operations.md says what each means. */
@ApplicationScoped
class NodeGauges {

    @Inject
    MetricRegistry registry;

    @Inject
    Pump pump;

    @Inject
    Pending pending;

    @Inject
    Tail tail;

    @Inject
    SessionRegistry sessions;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gauge("parley.pump.waiting", pump, Pump::waiting);
        gauge("parley.sends.unanswered", pending, Pending::size);
        gauge("parley.index.entries", tail, Tail::indexSize);
        gauge("parley.tail.records", tail, Tail::records);
        gauge("parley.tail.bytes", tail, Tail::bytes);
        gauge("parley.sockets", sessions, SessionRegistry::size);
        gauge("parley.sockets.ungreeted", sessions, SessionRegistry::ungreeted);
    }

    private <T> void gauge(String name, T of, ToLongFunction<T> value) {
        registry.gauge(name, of, value::applyAsLong);
    }
}
