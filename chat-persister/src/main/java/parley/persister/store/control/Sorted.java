package parley.persister.store.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.log.entity.LogRepeat.Why;
import parley.domain.message.entity.EventDetail;
import parley.log.record.Appended;
import parley.persister.store.entity.Named;
import parley.persister.store.entity.Target;

/** A batch, parted in the log's order into what becomes a row and what does not. */
public record Sorted(List<Appended> fresh, List<Passed> passed) {

    /**
     * A record that becomes no row.
     *
     * @param first the place of the first, for a repeat; else null
     */
    public record Passed(Appended record, Why why, Position first) {}

    /**
     * @param taken the names of {@code records} that are in the database, with their places
     * @param revoked the targets of {@code records} that are revoked in the database
     */
    public static Sorted sort(List<Appended> records, Map<Named, Position> taken, Set<Target> revoked) {
        var names = new HashMap<>(taken);
        var gone = new HashSet<>(revoked);
        var sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
        for (var record : records) {
            var entry = record.entry();
            var name = Named.of(entry);
            var target = Target.of(entry);
            if (record.isVoid()) {
                sorted.pass(record, Why.VOID, null);
            } else if (names.containsKey(name)) {
                sorted.pass(record, Why.REPEAT, names.get(name));
            } else if (target.isPresent() && gone.contains(target.get()) && !isRevoke(entry)) {
                sorted.pass(record, Why.REVOKED, null);
            } else {
                sorted.fresh.add(record);
                names.put(name, record.pos());
                if (isRevoke(entry)) gone.add(target.orElseThrow());
            }
        }
        return sorted;
    }

    private void pass(Appended record, Why why, Position first) {
        passed.add(new Passed(record, why, first));
    }

    private static boolean isRevoke(LogEntry entry) {
        return entry instanceof LogEntry.Event event && event.detail() instanceof EventDetail.Revoked;
    }
}
