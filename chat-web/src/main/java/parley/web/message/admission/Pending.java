package parley.web.message.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.domain.identity.Position;
import parley.domain.message.entity.Accepted;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;
import parley.web.message.acknowledgement.Acknowledgements;
import parley.web.socket.session.ClientSession;

/** Who waits for which record to be read back. The same send twice at once is one record with two who wait. */
@ApplicationScoped
public class Pending {

    /** A frame is answered within 10 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private record Waiting(long sinceNanos, List<Waiter> waiters) {}

    @Inject
    Acknowledgements acknowledgements;

    private final Map<EntryKey, Waiting> byKey = new ConcurrentHashMap<>();

    /** @return whether {@code waiter} is the first, whose record has to be sent */
    public boolean join(EntryKey key, Waiter waiter) {
        var first = new boolean[1];
        byKey.compute(key, (k, waiting) -> {
            first[0] = waiting == null;
            var all = waiting == null ? new Waiting(System.nanoTime(), new ArrayList<>(1)) : waiting;
            all.waiters.add(waiter);
            return all;
        });
        return first[0];
    }

    /**
     * The record is in the log at {@code place}.
     *
     * @param dup whether already the first of them repeats
     * @return the sockets whose answer stands for the message
     */
    public List<ClientSession> accepted(EntryKey key, Accepted place, Position prev, boolean dup) {
        var waiting = byKey.remove(key);
        if (waiting == null) return List.of();
        if (!dup) acknowledgements.note(key.conversation(), place);
        var answered = new ArrayList<ClientSession>(1);
        boolean repeat = dup;
        for (var waiter : waiting.waiters) {
            waiter.accepted(place, prev, repeat);
            if (waiter.session() != null) answered.add(waiter.session());
            repeat = true;
        }
        return answered;
    }

    public void refused(EntryKey key, Refused why) {
        var waiting = byKey.remove(key);
        if (waiting != null) waiting.waiters.forEach(waiter -> waiter.refused(why));
    }

    /** Tells those who have waited long enough that it may or may not be in the log. */
    public void expire() {
        long before = System.nanoTime() - PATIENCE.toNanos();
        byKey.forEach((key, waiting) -> {
            if (waiting.sinceNanos - before < 0) {
                refused(
                        key,
                        new Refused(
                                Refusal.UNAVAILABLE,
                                "The log has not answered in time; the same send can be repeated."));
            }
        });
    }

    public int size() {
        return byKey.size();
    }
}
