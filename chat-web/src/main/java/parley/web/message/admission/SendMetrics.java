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
import parley.domain.refusal.Refusal;
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
        // An alert counts these: a series that begins with its first event has no increase for it.
        count(Refusal.UNAVAILABLE.code(), 0);
    }

    /** Wraps {@code callback} so that its outcome is counted. */
    SendCallback counted(SendCallback callback) {
        return new Counted(callback, System.nanoTime());
    }

    private void count(String outcome, int by) {
        byOutcome
                .computeIfAbsent(outcome, o -> registry.counter("parley.sends", new Tag("outcome", o)))
                .inc(by);
    }

    private final class Counted implements SendCallback {

        private final SendCallback callback;
        private final long sinceNanos;

        Counted(SendCallback callback, long sinceNanos) {
            this.callback = callback;
            this.sinceNanos = sinceNanos;
        }

        @Override
        public void onNotMentioned(NotMentioned who) {
            callback.onNotMentioned(who);
        }

        @Override
        public void onAccepted(AppendResult place, Position prev, boolean dup) {
            callback.onAccepted(place, prev, dup);
            count(dup ? REPEATED : ACCEPTED, 1);
            if (!dup) accepting.update(Duration.ofNanos(System.nanoTime() - sinceNanos));
        }

        @Override
        public void onRefused(Refused why) {
            callback.onRefused(why);
            count(why.why().code(), 1);
        }

        @Override
        public void onRepeated(AppendResult first) {
            callback.onRepeated(first);
            count(REPEATED, 1);
        }
    }
}
