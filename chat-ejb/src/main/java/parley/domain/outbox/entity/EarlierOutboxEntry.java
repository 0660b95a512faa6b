package parley.domain.outbox.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A change of a membership that a node of the version before committed and has not sent to the log yet. */
@Entity
@Table(name = "outbox")
public class EarlierOutboxEntry {

    @Id
    private Long id;

    @Column(name = "conversation_id")
    private long conversationId;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "actor_id")
    private long actorId;

    private String role;

    private long version;

    private boolean shown;

    private byte[] cid;

    @Column(name = "created_at")
    private Instant createdAt;

    protected EarlierOutboxEntry() {}

    /** The same change with the same cid: the log takes it once, even if the other node has sent it already. */
    public OutboxEntry current() {
        return OutboxEntry.member(conversationId, userId, actorId, role, version, shown, cid, createdAt);
    }
}
