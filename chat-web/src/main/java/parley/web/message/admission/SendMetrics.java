package parley.web.message.admission;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;

/** Counts sends by outcome, and measures how long the log takes. */
@ApplicationScoped
class SendMetrics {

    private static final String ACCEPTED = "ok";
    private static final String REPEATED = "repeat";

    @Inject
    MetricRegistry registry;

    private final Map<String, Counter> byOutcome = new ConcurrentHashMap<>();
    private Timer accepting;

    @PostConstruct
    void register() {
        accepting = registry.timer("parley.send");
        count(ACCEPTED, 0);
    }

    /** Wraps {@code waiter} so that its outcome is counted. */
    SendCallback counted(SendCallback waiter) {
        return new Counted(waiter, System.nanoTime());
    }

    private void count(String outcome, int by) {
        byOutcome
                .computeIfAbsent(outcome, o -> registry.counter("parley.sends", new Tag("outcome", o)))
                .inc(by);
    }

    private final class Counted implements SendCallback {

        private final SendCallback waiter;
        private final long sinceNanos;

        Counted(SendCallback waiter, long sinceNanos) {
            this.waiter = waiter;
            this.sinceNanos = sinceNanos;
        }

        @Override
        public void accepted(AppendResult place, Position prev, boolean dup) {
            waiter.accepted(place, prev, dup);
            count(dup ? REPEATED : ACCEPTED, 1);
            if (!dup) accepting.update(Duration.ofNanos(System.nanoTime() - sinceNanos));
        }

        @Override
        public void refused(Refused why) {
            waiter.refused(why);
            count(why.why().code(), 1);
        }

        @Override
        public void repeated(AppendResult first) {
            waiter.repeated(first);
            count(REPEATED, 1);
        }
    }
}
