package parley.persister.ingest.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.persister.store.entity.WriteResult;

/** Remembers which partitions have stopped, so that not every batch of them asks the log whether they may go on. */
public final class StoppedPartitions implements BatchHandler {

    private static final Duration RECHECK = Duration.ofSeconds(10);

    private record Stop(WriteResult.Stopped result, Instant until) {}

    private final BatchHandler next;
    private final InstantSource time;
    private final Map<Integer, Stop> stops = new ConcurrentHashMap<>();

    public StoppedPartitions(BatchHandler next, InstantSource time) {
        this.next = next;
        this.time = time;
    }

    @Override
    public WriteResult handle(List<ConsumerRecord<String, String>> records) {
        int partition = records.getFirst().partition();
        var stop = stops.get(partition);
        if (stop != null && time.instant().isBefore(stop.until())) return stop.result();
        var result = next.handle(records);
        switch (result) {
            case WriteResult.Stored stored -> stops.remove(partition);
            case WriteResult.Gap gap -> {}
            case WriteResult.Stopped stopped ->
                stops.put(partition, new Stop(stopped, time.instant().plus(RECHECK)));
        }
        return result;
    }
}
