package parley.domain.file.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.FileId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AttachedFile;

/** The row of a file. The persister writes {@code conversation_id} and {@code pos}. */
@Entity
@Table(name = "file")
public class StoredFile {

    @Id
    private long id;

    @Column(name = "owner_id")
    private long ownerId;

    private String name;

    private long size;

    private long received;

    private int state;

    private String type;

    private byte[] sha256;

    private Integer width;

    private Integer height;

    private String placeholder;

    @Column(name = "send_conversation")
    private Long sendConversation;

    @Column(name = "send_cid")
    private byte[] sendCid;

    @Column(name = "conversation_id", insertable = false, updatable = false)
    private Long conversationId;

    @Column(insertable = false, updatable = false)
    private Long pos;

    @Column(name = "created_at")
    private Instant createdAt;

    protected StoredFile() {}

    /** Until the upload is complete, {@code sha256} is that of what has to arrive, as far as it is known. */
    public StoredFile(FileId id, UserId owner, AnnouncedFile announced, Instant createdAt) {
        this.id = id.value();
        this.ownerId = owner.value();
        this.name = announced.name();
        this.size = announced.size();
        this.sha256 = announced.sha256();
        this.createdAt = createdAt;
        this.state = FileState.UPLOADING.ordinal();
    }

    public boolean isOf(UserId user) {
        return ownerId == user.value();
    }

    public FileState state() {
        return FileState.values()[state];
    }

    public boolean isClaimed() {
        return sendCid != null;
    }

    public boolean isClaimedBy(ConversationId conversation, Cid cid) {
        return isClaimed() && sendConversation == conversation.value() && Arrays.equals(sendCid, cid.bytes());
    }

    public void claim(ConversationId conversation, Cid cid) {
        sendConversation = conversation.value();
        sendCid = cid.bytes();
    }

    /** Whether it was begun before the time that applies to it, and no stored message has it. */
    public boolean isExpired(Instant unsentBefore, Instant claimedBefore) {
        return pos == null && createdAt.isBefore(isClaimed() ? claimedBefore : unsentBefore);
    }

    public void receive(long bytes) {
        received += bytes;
    }

    /**
     * Takes the contents that have arrived as those of this file.
     *
     * @param arrived the SHA-256 of what was uploaded
     * @return false if its contents are others
     */
    public boolean expect(byte[] arrived) {
        if (sha256 == null) sha256 = arrived;
        return Arrays.equals(sha256, arrived);
    }

    public void complete(InspectedFile file) {
        state = FileState.COMPLETE.ordinal();
        size = file.size();
        received = file.size();
        type = file.type();
        sha256 = file.sha256();
        if (file.picture() == null) return;
        width = file.picture().width();
        height = file.picture().height();
        placeholder = file.picture().placeholder();
    }

    public void remove() {
        state = FileState.REMOVED.ordinal();
    }

    public FileView view() {
        return new FileView(
                new FileId(id),
                new UserId(ownerId),
                name,
                size,
                received,
                state(),
                type,
                width == null ? null : new AttachedFile.Picture(width, height, placeholder),
                isClaimed(),
                pos == null ? null : new FilePlace(new ConversationId(conversationId), new Position(pos)));
    }
}
