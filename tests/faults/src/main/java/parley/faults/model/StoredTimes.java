package parley.faults.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the database had reached which offset, as often as somebody looked. */
final class StoredTimes {

    private record Look(long atMillis, long nextOffset) {}

    private final Map<Integer, List<Look>> byPartition = new HashMap<>();

    synchronized void add(long atMillis, Map<Integer, Long> nextOffsets) {
        nextOffsets.forEach((partition, next) -> {
            var looks = byPartition.computeIfAbsent(partition, p -> new ArrayList<>());
            if (looks.isEmpty() || looks.getLast().nextOffset < next) looks.add(new Look(atMillis, next));
        });
    }

    /** The time of the first look that found it stored, or 0. */
    synchronized long storedBy(Place place) {
        for (var look : byPartition.getOrDefault(place.partition(), List.of())) {
            if (look.nextOffset > place.offset()) return look.atMillis;
        }
        return 0;
    }
}
