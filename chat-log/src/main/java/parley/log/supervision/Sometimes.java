package parley.log.supervision;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Counts what would be said too often, and says when it is time to say it: at once, and then once in a while. */
public final class Sometimes {

    private final long pauseNanos;
    private final LongSupplier nanos;
    private long saidNanos;
    private long unsaid;
    private boolean saidEver;

    public Sometimes(Duration pause, LongSupplier nanos) {
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
    }

    /** It happened once more: how often since it was last said, where it is to be said now. */
    public synchronized OptionalLong happened() {
        unsaid++;
        long now = nanos.getAsLong();
        if (saidEver && now - saidNanos < pauseNanos) return OptionalLong.empty();
        saidEver = true;
        saidNanos = now;
        var count = OptionalLong.of(unsaid);
        unsaid = 0;
        return count;
    }
}
