package parley.web.file.upload;

import java.time.Instant;
import java.util.List;
import parley.domain.file.boundary.Files;
import parley.domain.file.control.ClaimRules;
import parley.domain.file.entity.AnnouncedFile;
import parley.domain.file.entity.FilePart;
import parley.domain.file.entity.FileView;
import parley.domain.file.entity.InspectedFile;
import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.web.platform.database.DatabaseGateway;

/** The rows of uploads. Each call throws {@code DatabaseUnavailable} while the database is down. */
final class FileRecords {

    private final DatabaseGateway database;
    private final Files files;

    FileRecords(DatabaseGateway database, Files files) {
        this.database = database;
        this.files = files;
    }

    FileView begin(FileId id, UserId owner, AnnouncedFile announced, Instant now, int most) {
        return database.needed(() -> files.begin(id, owner, announced, now, most));
    }

    /** @throws parley.domain.refusal.Refused {@code not_found} if it is not the user's own */
    FileView requireOwn(FileId id, UserId owner) {
        return database.needed(() -> files.find(id))
                .filter(file -> file.owner().equals(owner))
                .orElseThrow(() -> ClaimRules.notThere(id));
    }

    List<FilePart> parts(FileId id) {
        return database.needed(() -> files.parts(id));
    }

    boolean receive(FileId id, FilePart part) {
        return database.needed(() -> files.receive(id, part));
    }

    FileView expect(FileId id, byte[] sha256) {
        return database.needed(() -> files.expect(id, sha256));
    }

    FileView complete(FileId id, InspectedFile file) {
        return database.needed(() -> files.complete(id, file));
    }

    void forgetParts(FileId id) {
        database.run(() -> files.forgetParts(id));
    }

    void reject(FileId id) {
        database.run(() -> files.reject(id));
    }

    void remove(FileId id, UserId owner) {
        database.run(() -> files.remove(id, owner));
    }
}
