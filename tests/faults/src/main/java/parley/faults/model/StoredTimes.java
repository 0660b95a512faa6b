package parley.faults.model;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** When {@code next_offset} of each partition was first seen to have a value. Thread-safe. */
final class StoredTimes {

    /** By partition: from {@code next_offset} to the time in milliseconds. */
    private final Map<Integer, TreeMap<Long, Long>> byPartition = new HashMap<>();

    synchronized void add(long atMillis, Map<Integer, Long> nextOffsets) {
        nextOffsets.forEach((partition, next) ->
                byPartition.computeIfAbsent(partition, p -> new TreeMap<>()).putIfAbsent(next, atMillis));
    }

    /** The first time at which the record was seen to be stored, or 0. */
    synchronized long storedBy(LogOffset logOffset) {
        var seen =
                byPartition.getOrDefault(logOffset.partition(), new TreeMap<>()).higherEntry(logOffset.offset());
        return seen == null ? 0 : seen.getValue();
    }
}
