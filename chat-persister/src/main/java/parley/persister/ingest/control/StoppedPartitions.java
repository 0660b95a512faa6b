package parley.persister.ingest.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.persister.store.entity.WriteResult;

/** Remembers for ten seconds that a partition has stopped, so that not every batch of it reads the log again. */
final class StoppedPartitions {

    private static final Duration RECHECK = Duration.ofSeconds(10);

    private record Stop(WriteResult.Stopped result, Instant until) {}

    private final InstantSource time;
    private final Map<Integer, Stop> stops = new ConcurrentHashMap<>();

    StoppedPartitions(InstantSource time) {
        this.time = time;
    }

    /** The result of a partition that stopped recently, else null. */
    WriteResult.Stopped recent(int partition) {
        var stop = stops.get(partition);
        return stop != null && time.instant().isBefore(stop.until()) ? stop.result() : null;
    }

    void update(int partition, WriteResult result) {
        switch (result) {
            case WriteResult.Stored stored -> stops.remove(partition);
            case WriteResult.Gap gap -> {}
            case WriteResult.Stopped stopped ->
                stops.put(partition, new Stop(stopped, time.instant().plus(RECHECK)));
        }
    }
}
