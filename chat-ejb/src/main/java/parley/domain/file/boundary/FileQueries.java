package parley.domain.file.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import parley.domain.file.entity.FileKind;
import parley.domain.file.entity.FileState;
import parley.domain.file.entity.FileView;
import parley.domain.file.entity.StoredFile;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

/** Lists the files of a conversation. */
@Stateless
public class FileQueries {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** Whether the storage has contents of any file. */
    public boolean areStored() {
        var found = rows.createNativeQuery("SELECT 1 FROM DUAL WHERE EXISTS (SELECT 1 FROM file WHERE state = 1)"
                        + " OR EXISTS (SELECT 1 FROM file_part)")
                .getResultList();
        return !found.isEmpty();
    }

    /**
     * The files of stored messages, newest message first.
     *
     * @param kind null for all files
     * @param from from which position on the reader may read
     * @param before continues after the file with this place and id, in the order of the list; null for the newest
     */
    public List<FileView> page(
            ConversationId conversation, FileKind kind, Position from, Position before, long beforeId, int limit) {
        return rows.createQuery("""
                        SELECT f FROM StoredFile f WHERE f.conversationId = :conversation AND f.pos >= :from
                        AND f.state = :complete AND (f.pos < :before OR f.pos = :before AND f.id < :id)
                        %s ORDER BY f.pos DESC, f.id DESC""".formatted(kind == null ? "" : "AND " + kind.condition()), StoredFile.class)
                .setParameter("conversation", conversation.value())
                .setParameter("from", from.value())
                .setParameter("complete", FileState.COMPLETE.ordinal())
                .setParameter("before", before == null ? Long.MAX_VALUE : before.value())
                .setParameter("id", beforeId)
                .setMaxResults(limit)
                .getResultStream()
                .map(StoredFile::view)
                .toList();
    }
}
