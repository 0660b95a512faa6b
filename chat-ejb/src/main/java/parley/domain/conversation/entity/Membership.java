package parley.domain.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import parley.domain.group.HistoryAccess;
import parley.domain.group.ReadLimit;
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

    @Column(name = "sent_pos")
    private long sentPos;

    @Column(name = "back_at")
    private long backAt;

    @Column(name = "seen_pos")
    private long seenPos;

    @Column(name = "receipt_order")
    private long receiptOrder = ReadPlace.NO_RECEIPT;

    @Column(name = "joined_version")
    private long joinedVersion;

    /**
     * The position of the record with which they joined, if it limits what they may read; the persister sets it when it
     * stores the record. Otherwise 0.
     */
    @Column(name = "joined_pos")
    private long joinedPos;

    /** Where they joined last; 0 for initial members. The persister sets it when it stores the record of joining. */
    @Column(name = "entered_pos")
    private long enteredPos;

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

    public ReadPlace reading() {
        return new ReadPlace(
                new Position(readPos),
                new Position(sentPos),
                new Position(backAt),
                seen(),
                receiptOrder,
                joinedVersion);
    }

    /** The greatest place ever; a persister of an earlier version moves only {@code read_pos}. */
    public Position seen() {
        return new Position(Math.max(seenPos, readPos));
    }

    /** Sets the role; null ends the membership. */
    public void change(Role newRole) {
        role = newRole == null ? null : newRole.code();
        version++;
    }

    /** The version whose record limits what the member may read; 0 if they read everything. */
    public long limitVersion() {
        return joinedPos().equals(ReadLimit.NONE) ? 0 : joinedVersion;
    }

    /** Where the member begins to read, if the group limits that. */
    public Position joinedPos() {
        return new Position(joinedPos);
    }

    /** Lets a new member read everything, or only what follows the record with which they join. */
    public void startHistory(HistoryAccess history) {
        joinedPos = (history == HistoryAccess.JOINED ? ReadLimit.NOTHING : ReadLimit.NONE).value();
    }

    /**
     * The user has just joined, and starts with nothing unread. The persister moves the place on to the record with
     * which they joined, when it stores it.
     *
     * @param pos of the last stored message
     */
    public void startReadingAt(Position pos) {
        readPos = pos.value();
        sentPos = pos.value();
        enteredPos = pos.value();
        joinedVersion = version;
    }
}
