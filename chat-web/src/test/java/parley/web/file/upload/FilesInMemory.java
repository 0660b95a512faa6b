package parley.web.file.upload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.domain.file.boundary.Files;
import parley.domain.file.control.ClaimRules;
import parley.domain.file.entity.AnnouncedFile;
import parley.domain.file.entity.FilePart;
import parley.domain.file.entity.FileState;
import parley.domain.file.entity.FileView;
import parley.domain.file.entity.InspectedFile;
import parley.domain.file.entity.StoredFile;
import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** The rows of files without a database. */
class FilesInMemory extends Files {

    private final Map<FileId, StoredFile> rows = new HashMap<>();
    private final Map<FileId, List<FilePart>> parts = new HashMap<>();

    @Override
    public FileView begin(FileId id, UserId owner, AnnouncedFile announced, Instant now, int most) {
        rows.put(id, new StoredFile(id, owner, announced, now));
        return rows.get(id).view();
    }

    @Override
    public Optional<FileView> find(FileId id) {
        return Optional.ofNullable(rows.get(id))
                .filter(file -> file.state() != FileState.REMOVED)
                .map(StoredFile::view);
    }

    @Override
    public List<FilePart> parts(FileId id) {
        return List.copyOf(parts.getOrDefault(id, List.of()));
    }

    @Override
    public boolean receive(FileId id, FilePart part) {
        var file = rows.get(id);
        if (file == null || file.state() != FileState.UPLOADING || file.view().received() != part.offset())
            return false;
        file.receive(part.length());
        return parts.computeIfAbsent(id, none -> new ArrayList<>()).add(part);
    }

    @Override
    public FileView expect(FileId id, byte[] sha256) {
        var file = required(id);
        if (file.state() == FileState.UPLOADING && !file.expect(sha256)) throw new Refused(Refusal.CONFLICT, "others");
        return file.view();
    }

    @Override
    public FileView complete(FileId id, InspectedFile inspected) {
        var file = required(id);
        if (file.state() == FileState.UPLOADING) file.complete(inspected);
        return file.view();
    }

    @Override
    public void forgetParts(FileId id) {
        parts.remove(id);
    }

    @Override
    public List<FileId> withParts(int most) {
        return List.of();
    }

    @Override
    public int expire(Instant unsentBefore, Instant claimedBefore, int most) {
        return 0;
    }

    @Override
    public List<FileId> removed(int most) {
        return rows.keySet().stream()
                .filter(id -> rows.get(id).state() == FileState.REMOVED)
                .sorted()
                .toList();
    }

    @Override
    public void remove(FileId id, UserId owner) {
        rows.get(id).remove();
    }

    @Override
    public void reject(FileId id) {
        rows.get(id).remove();
    }

    @Override
    public void forget(FileId id) {
        rows.remove(id);
    }

    private StoredFile required(FileId id) {
        return find(id).map(found -> rows.get(id)).orElseThrow(() -> ClaimRules.notThere(id));
    }
}
