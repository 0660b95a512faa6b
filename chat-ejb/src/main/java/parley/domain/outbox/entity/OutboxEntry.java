package parley.domain.outbox.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/** A membership change that is not yet in the log. */
@Entity
@Table(name = "outbox")
public class OutboxEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
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

    protected OutboxEntry() {}

    public OutboxEntry(
            ConversationId conversation,
            UserId user,
            UserId actor,
            Role role,
            long version,
            boolean shown,
            Instant now) {
        this.conversationId = conversation.value();
        this.userId = user.value();
        this.actorId = actor.value();
        this.role = role == null ? null : role.code();
        this.version = version;
        this.shown = shown;
        this.cid = Cid.at(now).bytes();
        this.createdAt = now;
    }

    /** The change as a value, independent of the persistence context. */
    public MembershipChange change() {
        return new MembershipChange(
                new ConversationId(conversationId),
                new UserId(userId),
                new UserId(actorId),
                Role.of(role),
                version,
                shown,
                Cid.of(cid));
    }
}
