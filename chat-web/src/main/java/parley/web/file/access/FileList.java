package parley.web.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import parley.domain.file.boundary.FileQueries;
import parley.domain.file.entity.FileKind;
import parley.domain.file.entity.FileView;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.web.log.tail.LogTail;
import parley.web.membership.ReadAccess;
import parley.web.platform.database.DatabaseGateway;

/** The files of a conversation that are stored, newest first. */
@ApplicationScoped
public class FileList {

    @Inject
    DatabaseGateway database;

    @Inject
    FileQueries files;

    @Inject
    ReadAccess readers;

    @Inject
    LogTail tail;

    /**
     * @param kind null for all files
     * @param before the place and id of the last file of the page before; null for the newest
     * @throws parley.domain.refusal.Refused {@code not_found} if the user may not read the conversation
     */
    public List<FileView> page(
            ConversationId conversation, UserId reader, FileKind kind, Position before, long beforeId, int limit) {
        var from = readers.requireByDatabase(conversation, reader);
        return database.needed(() -> files.page(conversation, kind, from, before, beforeId, limit));
    }

    /** Whether a revoke of its message is in the log, but not stored yet. */
    public boolean isRevoked(FileView file) {
        var conversation = file.place().conversation();
        return tail.isRevoked(
                tail.partition(conversation), conversation, file.place().pos());
    }
}
