package parley.web.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import parley.domain.file.boundary.Files;
import parley.domain.file.control.ClaimRules;
import parley.domain.file.entity.FilePlace;
import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.membership.ReadAccess;
import parley.web.message.history.MessageLookup;
import parley.web.platform.database.DatabaseGateway;

/** Finds a file for a user who may read it. */
@ApplicationScoped
public class FileAccess {

    @Inject
    RecentFiles recent;

    @Inject
    DatabaseGateway database;

    @Inject
    Files files;

    @Inject
    ReadAccess readers;

    @Inject
    MessageLookup messages;

    /** @throws Refused {@code not_found} if there is no such file for this user */
    public AttachedFile require(FileId id, UserId reader) {
        var place = recent.find(id);
        if (place.isPresent()) return ofMessage(id, place.get(), reader);
        var file = database.needed(() -> files.find(id)).orElseThrow(() -> ClaimRules.notThere(id));
        if (file.place() != null) return ofMessage(id, file.place(), reader);
        if (!file.owner().equals(reader) || !file.isComplete()) throw ClaimRules.notThere(id);
        return file.attached();
    }

    /** As if the message itself were read: a revoked one has no files. */
    private AttachedFile ofMessage(FileId id, FilePlace place, UserId reader) {
        try {
            var from = readers.requireByDatabase(place.conversation(), reader);
            if (from.isAfter(place.pos())) throw ClaimRules.notThere(id);
            return messages.require(place.conversation(), place.pos()).files().stream()
                    .filter(file -> file.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> ClaimRules.notThere(id));
        } catch (Refused refused) {
            // The refusal must not tell that there is such a conversation.
            throw refused.why() == Refusal.NOT_FOUND ? ClaimRules.notThere(id) : refused;
        }
    }
}
