package parley.persister.ingest.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.persister.ingest.entity.Written;

/** Remembers which partitions stopped, so that the log is not asked at each of their batches whether they may go on. */
public final class Stops implements Lane.Writing {

    private static final Duration RECHECK = Duration.ofSeconds(10);

    private record Stop(Written.Stopped how, Instant until) {}

    private final Lane.Writing writing;
    private final InstantSource time;
    private final Map<Integer, Stop> stops = new ConcurrentHashMap<>();

    public Stops(Lane.Writing writing, InstantSource time) {
        this.writing = writing;
        this.time = time;
    }

    @Override
    public Written write(List<ConsumerRecord<String, String>> records) {
        int partition = records.getFirst().partition();
        var stop = stops.get(partition);
        if (stop != null && time.instant().isBefore(stop.until())) return stop.how();
        var written = writing.write(records);
        switch (written) {
            case Written.Done done -> stops.remove(partition);
            case Written.Stopped stopped ->
                stops.put(partition, new Stop(stopped, time.instant().plus(RECHECK)));
        }
        return written;
    }
}
