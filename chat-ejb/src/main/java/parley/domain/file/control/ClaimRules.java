package parley.domain.file.control;

import parley.domain.file.entity.FileState;
import parley.domain.file.entity.StoredFile;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Which files a send may have: the sender's own, complete, and not those of another send. */
public final class ClaimRules {

    private ClaimRules() {}

    /**
     * @param file null if there is no such file
     * @throws Refused {@code not_found} or {@code conflict}
     */
    public static void require(FileId id, StoredFile file, UserId sender, ConversationId conversation, Cid cid) {
        if (file == null || !file.isOf(sender) || file.state() == FileState.REMOVED) throw notThere(id);
        if (file.state() == FileState.UPLOADING)
            throw new Refused(Refusal.CONFLICT, "The upload of file " + id + " is not complete.");
        if (file.isClaimed() && !file.isClaimedBy(conversation, cid))
            throw new Refused(Refusal.CONFLICT, "File " + id + " was sent with another message.");
    }

    public static Refused notThere(FileId id) {
        return Refused.notFound("There is no file " + id + ".");
    }
}
