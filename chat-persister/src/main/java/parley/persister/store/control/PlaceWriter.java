package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import parley.domain.conversation.entity.PlaceChange;
import parley.domain.conversation.entity.ReadPlace;
import parley.persister.store.entity.MemberChange;
import parley.persister.store.entity.ReadMark;

/**
 * Writes read places, all of one kind with one statement; the statements do what {@link ReadPlace} does. Rows are locked
 * in the order of conversation and user, and no other table is read, so that two transactions that move the same places
 * wait for each other instead of deadlocking.
 */
public final class PlaceWriter {

    private static final String HEAD = "UPDATE (";
    private static final String ROWS = """
            ) n STRAIGHT_JOIN membership m FORCE INDEX (PRIMARY) ON m.conversation_id = n.c AND m.user_id = n.u
            """;

    private static final String SENT = ROWS + """
            SET m.read_pos = IF(n.p > m.back_at, GREATEST(m.read_pos, n.p), m.read_pos),
                m.sent_pos = n.p,
                m.seen_pos = GREATEST(m.seen_pos, n.p)
            WHERE m.sent_pos < n.p""";

    // MySQL assigns from left to right, with the values assigned before: each column comes before those that it uses.
    private static final String RECEIPTS = ROWS + """
            SET m.seen_pos = GREATEST(m.seen_pos, m.read_pos, n.seen),
                m.sent_pos = IF(n.back, GREATEST(m.sent_pos, LEAST(m.read_pos, GREATEST(m.back_at, n.e))), m.sent_pos),
                m.read_pos = IF(n.back,
                    IF(m.sent_pos > GREATEST(m.back_at, n.e), GREATEST(m.sent_pos, n.p), n.p),
                    GREATEST(m.read_pos, n.p)),
                m.back_at = IF(n.back, GREATEST(m.back_at, n.e), m.back_at),
                m.receipt_order = n.o
            WHERE m.receipt_order < n.o""";

    private final EntityManager rows;

    public PlaceWriter(EntityManager rows) {
        this.rows = rows;
    }

    /** @param marks at most one per member */
    public void sent(Collection<ReadMark> marks) {
        update(
                "SELECT ? AS c, ? AS u, ? AS p",
                SENT,
                marks.stream()
                        .sorted(Comparator.comparing(ReadMark::member))
                        .map(PlaceWriter::tuple)
                        .toList());
    }

    /** @param changes at most one per member */
    public void receipts(Collection<MemberChange> changes) {
        update(
                "SELECT ? AS c, ? AS u, ? AS o, ? AS p, ? AS back, ? AS e, ? AS seen",
                RECEIPTS,
                changes.stream()
                        .sorted(Comparator.comparing(MemberChange::member))
                        .map(PlaceWriter::tuple)
                        .toList());
    }

    private static List<Object> tuple(ReadMark mark) {
        return List.of(mark.member().conversation(), mark.member().user(), mark.pos());
    }

    private static List<Object> tuple(MemberChange of) {
        PlaceChange change = of.change();
        return List.of(
                of.member().conversation(),
                of.member().user(),
                change.order(),
                change.place().value(),
                change.setsBack() ? 1 : 0,
                change.setsBack() ? change.end().value() : 0L,
                change.seen().value());
    }

    private void update(String tuple, String statement, List<List<Object>> tuples) {
        if (!tuples.isEmpty()) new TupleQuery(rows, HEAD, tuple, " UNION ALL ", statement, tuples).update();
    }
}
