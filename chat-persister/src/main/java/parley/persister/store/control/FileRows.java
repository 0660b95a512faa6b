package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import parley.domain.file.entity.FileState;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AttachedFile;
import parley.log.rule.ChangeTarget;

/**
 * Connects the rows of files with the messages that have them. A row that is missing, because the database was restored
 * from a backup, is written again from the record.
 */
final class FileRows {

    private static final String INSERT = """
            INSERT INTO file (id, owner_id, name, size, received, state, type, width, height, placeholder,
              send_conversation, send_cid, conversation_id, pos, created_at) VALUES\s""";

    private static final String EACH =
            "(?, ?, ?, ?, ?, " + FileState.COMPLETE.ordinal() + ", ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String EXISTING =
            " ON DUPLICATE KEY UPDATE conversation_id = VALUES(conversation_id), pos = VALUES(pos)";

    private static final String REMOVE =
            "UPDATE file FORCE INDEX (file_place) SET state = " + FileState.REMOVED.ordinal() + " WHERE ";

    /** A file has up to 2 KB, and MySQL limits the size of a statement. */
    private static final int AT_ONCE = 500;

    private final EntityManager rows;
    private final List<List<Object>> files = new ArrayList<>();

    FileRows(EntityManager rows) {
        this.rows = rows;
    }

    void add(LogEntry.Message message, Position pos, Instant ts) {
        for (var file : message.files()) files.add(row(message, file, pos, ts));
    }

    private static List<Object> row(LogEntry.Message message, AttachedFile file, Position pos, Instant ts) {
        var picture = file.picture();
        return Arrays.asList(
                file.id().value(),
                message.actor().value(),
                file.name(),
                file.size(),
                file.size(),
                file.type(),
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                picture == null ? null : picture.placeholder(),
                message.conversation().value(),
                message.cid().bytes(),
                message.conversation().value(),
                pos.value(),
                LocalDateTime.ofInstant(ts, ZoneOffset.UTC));
    }

    /** Does not query the database if no message has a file. */
    void write() {
        for (int from = 0; from < files.size(); from += AT_ONCE) {
            var some = files.subList(from, Math.min(files.size(), from + AT_ONCE));
            new TupleQuery(rows, INSERT, EACH, ", ", EXISTING, some).update();
        }
    }

    /** Marks the files of these messages; chat nodes remove their contents. */
    static void remove(EntityManager rows, Collection<ChangeTarget> messages) {
        var tuples = messages.stream()
                .map(target -> List.<Object>of(
                        target.conversation().value(), target.pos().value()))
                .toList();
        new TupleQuery(rows, REMOVE, "(conversation_id = ? AND pos = ?)", " OR ", "", tuples).update();
    }
}
