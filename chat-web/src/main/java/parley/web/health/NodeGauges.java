package parley.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import parley.web.intake.Pending;
import parley.web.intake.Pump;
import parley.web.session.SessionRegistry;
import parley.web.tail.Tail;

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
