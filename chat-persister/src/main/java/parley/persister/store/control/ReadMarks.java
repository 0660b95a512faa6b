package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import parley.persister.store.entity.ReadMark;

/** Moves read positions forward, all with one statement. */
public final class ReadMarks {

    // The sequence number of the last message read is found by a descending scan of the primary key.
    private static final String FORWARD = """
            ) n ON m.conversation_id = n.c AND m.user_id = n.u
            SET m.read_pos = n.p,
                m.read_seq = GREATEST(m.read_seq, COALESCE((
                    SELECT s.seq FROM message s FORCE INDEX (PRIMARY)
                    WHERE s.conversation_id = n.c AND s.pos <= n.p ORDER BY s.pos DESC LIMIT 1), 0))
            WHERE m.read_pos < n.p""";

    private final EntityManager rows;

    public ReadMarks(EntityManager rows) {
        this.rows = rows;
    }

    /** @param marks at most one per member */
    public void forward(Collection<ReadMark> marks) {
        if (marks.isEmpty()) return;
        var tuples = marks.stream()
                .map(mark -> List.<Object>of(mark.conversation(), mark.user(), mark.pos()))
                .toList();
        new TupleQuery(
                        rows,
                        "UPDATE membership m JOIN (",
                        "SELECT ? AS c, ? AS u, ? AS p",
                        " UNION ALL ",
                        FORWARD,
                        tuples)
                .update();
    }
}
