package parley.domain.file.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.domain.file.control.ClaimRules;
import parley.domain.file.entity.AnnouncedFile;
import parley.domain.file.entity.FilePart;
import parley.domain.file.entity.FileState;
import parley.domain.file.entity.FileView;
import parley.domain.file.entity.InspectedFile;
import parley.domain.file.entity.StoredFile;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Uploads, and which message has which file. */
@Stateless
public class Files {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * Begins an upload.
     *
     * @param most how many files a user may have that no message has
     * @throws Refused {@code conflict} if the user has more
     */
    public FileView begin(FileId id, UserId owner, AnnouncedFile announced, Instant now, int most) {
        long unsent = rows.createQuery(
                        "SELECT COUNT(f) FROM StoredFile f WHERE f.ownerId = :owner AND f.pos IS NULL AND f.state <> :removed",
                        Long.class)
                .setParameter("owner", owner.value())
                .setParameter("removed", FileState.REMOVED.ordinal())
                .getSingleResult();
        if (unsent >= most)
            throw new Refused(
                    Refusal.CONFLICT, "At most " + most + " files can wait to be sent. Send or remove some of them.");
        var file = new StoredFile(id, owner, announced, now);
        rows.persist(file);
        return file.view();
    }

    /** Empty if there is none, or if it was removed. */
    public Optional<FileView> find(FileId id) {
        return Optional.ofNullable(rows.find(StoredFile.class, id.value()))
                .filter(file -> file.state() != FileState.REMOVED)
                .map(StoredFile::view);
    }

    /** The parts that have arrived, in order. */
    public List<FilePart> parts(FileId id) {
        List<?> found = rows.createNativeQuery(
                        "SELECT part_offset, part_length, object_id FROM file_part WHERE file_id = ?1 ORDER BY part_offset")
                .setParameter(1, id.value())
                .getResultList();
        return found.stream().map(row -> part((Object[]) row)).toList();
    }

    private static FilePart part(Object[] row) {
        return new FilePart(
                ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
    }

    /**
     * Adds a part that is in the storage. Of two parts that begin at the same place, the first one counts.
     *
     * @return false if it does not begin where the last one ends
     */
    public boolean receive(FileId id, FilePart part) {
        var file = locked(id);
        if (file == null || file.state() != FileState.UPLOADING || file.view().received() != part.offset())
            return false;
        file.receive(part.length());
        rows.createNativeQuery(
                        "INSERT INTO file_part (file_id, part_offset, part_length, object_id) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, id.value())
                .setParameter(2, part.offset())
                .setParameter(3, part.length())
                .setParameter(4, part.object())
                .executeUpdate();
        return true;
    }

    /**
     * Decides which contents the file has, before they are stored: of two uploads of the last part at the same time, the
     * later one must not replace what the earlier one has stored, because others may read it already.
     *
     * @param sha256 of what was uploaded
     * @return the file as it is now: complete, if another call was faster
     * @throws Refused {@code not_found} if it was removed, {@code conflict} if it has other contents
     */
    public FileView expect(FileId id, byte[] sha256) {
        var file = locked(id);
        if (file == null || file.state() == FileState.REMOVED) throw ClaimRules.notThere(id);
        if (file.state() == FileState.UPLOADING && !file.expect(sha256))
            throw new Refused(
                    Refusal.CONFLICT,
                    "What has arrived of file " + id + " is not what was announced, or was uploaded before.");
        return file.view();
    }

    /**
     * Completes an upload whose contents are in the storage.
     *
     * @return the file as it is now: completed earlier, if another call was faster
     * @throws Refused {@code not_found} if it was removed
     */
    public FileView complete(FileId id, InspectedFile inspected) {
        var file = locked(id);
        if (file == null || file.state() == FileState.REMOVED) throw ClaimRules.notThere(id);
        if (file.state() == FileState.UPLOADING) file.complete(inspected);
        return file.view();
    }

    /** Complete files whose parts are still in the storage, because a node died in between. */
    public List<FileId> withParts(int most) {
        List<?> found = rows.createNativeQuery(
                        "SELECT DISTINCT p.file_id FROM file_part p JOIN file f ON f.id = p.file_id WHERE f.state = 1 LIMIT ?1")
                .setParameter(1, most)
                .getResultList();
        return found.stream().map(id -> new FileId(((Number) id).longValue())).toList();
    }

    /** Forgets parts that are no longer in the storage. */
    public void forgetParts(FileId id) {
        rows.createNativeQuery("DELETE FROM file_part WHERE file_id = ?1")
                .setParameter(1, id.value())
                .executeUpdate();
    }

    /**
     * Gives files to a send; all of them or none. The same send can claim them again.
     *
     * @return in the given order
     * @throws Refused {@code not_found} or {@code conflict}
     */
    public List<AttachedFile> claim(UserId sender, ConversationId conversation, Cid cid, List<FileId> ids) {
        // Locked in one order, so that two sends with the same files cannot wait for each other.
        ids.stream().sorted().forEach(id -> {
            var file = locked(id);
            ClaimRules.require(id, file, sender, conversation, cid);
            file.claim(conversation, cid);
        });
        return ids.stream()
                .map(id -> rows.find(StoredFile.class, id.value()).view().attached())
                .toList();
    }

    /**
     * Removes a file that was not sent.
     *
     * @throws Refused {@code not_found}, or {@code conflict} if it was sent
     */
    public void remove(FileId id, UserId owner) {
        var file = locked(id);
        if (file == null || !file.isOf(owner) || file.state() == FileState.REMOVED) throw ClaimRules.notThere(id);
        if (file.isClaimed()) throw new Refused(Refusal.CONFLICT, "The file was sent; delete its message instead.");
        file.remove();
    }

    /** Removes a file whatever it is, because it must not be kept. */
    public void reject(FileId id) {
        var file = locked(id);
        if (file != null) file.remove();
    }

    /**
     * Marks what no message has as to be removed.
     *
     * @param unsentBefore files that nobody has sent
     * @param claimedBefore files whose send has not led to a stored message
     */
    public int expire(Instant unsentBefore, Instant claimedBefore, int most) {
        var found = rows.createQuery("""
                        SELECT f.id FROM StoredFile f WHERE f.pos IS NULL AND f.createdAt < :unsent
                        AND f.state <> :removed AND (f.sendCid IS NULL OR f.createdAt < :claimed)""", Long.class)
                .setParameter("unsent", unsentBefore)
                .setParameter("claimed", claimedBefore)
                .setParameter("removed", FileState.REMOVED.ordinal())
                .setMaxResults(most)
                .getResultList();
        for (var id : found) {
            var file = locked(new FileId(id));
            // It may have been sent in the meantime.
            if (file != null && file.isExpired(unsentBefore, claimedBefore)) file.remove();
        }
        return found.size();
    }

    /** Files whose contents are to be removed. */
    public List<FileId> removed(int most) {
        return rows.createQuery("SELECT f.id FROM StoredFile f WHERE f.state = :removed ORDER BY f.id", Long.class)
                .setParameter("removed", FileState.REMOVED.ordinal())
                .setMaxResults(most)
                .getResultStream()
                .map(FileId::new)
                .toList();
    }

    /** Forgets a file whose contents have been removed. */
    public void forget(FileId id) {
        forgetParts(id);
        rows.createNativeQuery("DELETE FROM file WHERE id = ?1 AND state = 2")
                .setParameter(1, id.value())
                .executeUpdate();
    }

    private StoredFile locked(FileId id) {
        return rows.find(StoredFile.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
