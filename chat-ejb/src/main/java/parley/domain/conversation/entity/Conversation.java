package parley.domain.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** A direct conversation or group; {@code lastSeq} numbers its messages densely. */
@Entity
@Table(name = "conversation")
public class Conversation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String kind;

    @Column(name = "direct_key")
    private String directKey;

    private String title;

    @Column(name = "member_count")
    private int memberCount;

    @Column(name = "last_seq")
    private long lastSeq;

    @Column(name = "last_pos")
    private long lastPos;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Conversation() {}

    private Conversation(ConversationKind kind, String directKey, String title, Instant now) {
        this.kind = kind.code();
        this.directKey = directKey;
        this.title = title;
        this.createdAt = now;
        this.lastAt = now;
    }

    public static Conversation direct(UserId one, UserId other, Instant now) {
        return new Conversation(ConversationKind.DIRECT, directKey(one, other), null, now);
    }

    public static Conversation group(String title, Instant now) {
        return new Conversation(ConversationKind.GROUP, null, title, now);
    }

    /** The unique key of two users' direct conversation, whatever their order. */
    public static String directKey(UserId one, UserId other) {
        return Math.min(one.value(), other.value()) + ":" + Math.max(one.value(), other.value());
    }

    public ConversationId id() {
        return new ConversationId(id);
    }

    public ConversationKind kind() {
        return ConversationKind.of(kind);
    }

    public String title() {
        return title;
    }

    public void rename(String newTitle) {
        title = newTitle;
    }

    public int memberCount() {
        return memberCount;
    }

    public void members(int change) {
        memberCount += change;
    }

    public long lastSeq() {
        return lastSeq;
    }

    public Position lastPos() {
        return new Position(lastPos);
    }

    public Instant lastAt() {
        return lastAt;
    }

    /** Counts a message that is stored later than its successors, by a replay. */
    public void insert(Position pos, Instant at) {
        lastSeq++;
        if (pos.value() < lastPos) return;
        lastPos = pos.value();
        lastAt = at;
    }

    /** Assigns the next {@code seq} to a message that is about to be stored. */
    public long append(Position pos, Instant at) {
        lastPos = pos.value();
        lastAt = at;
        return ++lastSeq;
    }
}
