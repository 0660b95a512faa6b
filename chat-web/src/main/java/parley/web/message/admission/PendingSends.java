package parley.web.message.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;
import parley.web.message.delivery.SendOutcomes;

/** Callers that wait for their record to be read back. Concurrent sends with the same key share one record. */
public final class PendingSends implements SendOutcomes {

    /** A frame must be answered within 10 s. */
    static final Duration TIMEOUT = Duration.ofSeconds(9);

    private record Waiting(long sinceNanos, List<SendCallback> callbacks) {}

    private final ObjIntConsumer<AppendResult> acknowledged;
    private final LongSupplier nanoTime;
    private final Map<EntryKey, Waiting> byKey = new ConcurrentHashMap<>();

    /** @param acknowledged receives each position that is acknowledged as new, with its partition; must be quick */
    public PendingSends(ObjIntConsumer<AppendResult> acknowledged, LongSupplier nanoTime) {
        this.acknowledged = acknowledged;
        this.nanoTime = nanoTime;
    }

    /** @return whether {@code callback} is the first with this key, so that its record has to be sent */
    public boolean join(EntryKey key, SendCallback callback) {
        var first = new boolean[1];
        byKey.compute(key, (k, waiting) -> {
            first[0] = waiting == null;
            var all = waiting == null ? new Waiting(nanoTime.getAsLong(), new ArrayList<>(1)) : waiting;
            all.callbacks.add(callback);
            return all;
        });
        return first[0];
    }

    @Override
    public void onAccepted(int partition, EntryKey key, AppendResult place, Position prev, boolean dup) {
        var waiting = byKey.remove(key);
        if (waiting == null) return;
        if (!dup) acknowledged.accept(place, partition);
        boolean repeat = dup;
        for (var callback : waiting.callbacks) {
            callback.onAccepted(place, prev, repeat);
            repeat = true;
        }
    }

    @Override
    public void onRepeated(EntryKey key, AppendResult first) {
        var waiting = byKey.remove(key);
        if (waiting != null) waiting.callbacks.forEach(callback -> callback.onRepeated(first));
    }

    @Override
    public void onRefused(EntryKey key, Refused why) {
        var waiting = byKey.remove(key);
        if (waiting != null) waiting.callbacks.forEach(callback -> callback.onRefused(why));
    }

    /** Refuses the callers that have waited too long; their records may or may not be in the log. */
    public void expire() {
        long before = nanoTime.getAsLong() - TIMEOUT.toNanos();
        byKey.forEach((key, waiting) -> {
            if (waiting.sinceNanos - before < 0) {
                onRefused(
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
