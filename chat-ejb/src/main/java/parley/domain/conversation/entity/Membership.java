package parley.domain.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/** A user's membership of a conversation. The row remains when they leave, because its version keeps counting. */
@Entity
@Table(name = "membership")
public class Membership {

    @EmbeddedId
    private MembershipKey key;

    private String role;

    private long version;

    @Column(name = "read_pos")
    private long readPos;

    @Column(name = "read_seq")
    private long readSeq;

    protected Membership() {}

    public Membership(ConversationId conversation, UserId user) {
        this.key = MembershipKey.of(conversation, user);
    }

    public ConversationId conversation() {
        return new ConversationId(key.conversationId());
    }

    public UserId user() {
        return new UserId(key.userId());
    }

    /** Null if they have left. */
    public Role role() {
        return Role.of(role);
    }

    public long version() {
        return version;
    }

    public Position readPos() {
        return new Position(readPos);
    }

    public long readSeq() {
        return readSeq;
    }

    /** Sets the role; null ends the membership. */
    public void change(Role newRole) {
        role = newRole == null ? null : newRole.code();
        version++;
    }

    /** A new member starts with nothing unread. */
    public void startReadingAt(Position pos, long seq) {
        readPos = pos.value();
        readSeq = seq;
    }
}
