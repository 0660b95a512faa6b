package parley.domain.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Posting;
import parley.domain.group.Visibility;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.text.SearchKey;

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

    private String topic;

    private String visibility;

    private String posting;

    @Column(name = "archived_at")
    private Instant archivedAt;

    private String history;

    /** Counts the changes of the attributes. */
    private long version;

    @Column(name = "search_key")
    private String searchKey;

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

    private Conversation(ConversationKind kind, String directKey, GroupAttributes attributes, Instant now) {
        this.kind = kind.code();
        this.directKey = directKey;
        set(attributes, now);
        this.createdAt = now;
        this.lastAt = now;
    }

    public static Conversation direct(UserId one, UserId other, Instant now) {
        return new Conversation(ConversationKind.DIRECT, directKey(one, other), GroupAttributes.DEFAULT, now);
    }

    public static Conversation group(GroupAttributes attributes, Instant now) {
        var group = new Conversation(ConversationKind.GROUP, null, attributes, now);
        group.version = 1;
        return group;
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

    public GroupAttributes attributes() {
        return new GroupAttributes(
                title,
                topic,
                Visibility.of(visibility),
                Posting.of(posting),
                archivedAt != null,
                HistoryAccess.of(history));
    }

    /** The version of {@link #attributes}. */
    public long version() {
        return version;
    }

    public void change(GroupAttributes attributes, Instant now) {
        set(attributes, now);
        version++;
    }

    private void set(GroupAttributes attributes, Instant now) {
        title = attributes.title();
        topic = attributes.topic();
        visibility = attributes.visibility().code();
        posting = attributes.posting().code();
        history = attributes.history().code();
        if (!attributes.archived()) archivedAt = null;
        else if (archivedAt == null) archivedAt = now;
        searchKey = title == null ? null : SearchKey.of(title, topic == null ? "" : topic);
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

    public ConversationSummary summary() {
        var attributes = attributes();
        return new ConversationSummary(
                id(),
                kind(),
                attributes.visibility() == Visibility.PUBLIC ? attributes.title() : null,
                attributes.visibility(),
                attributes.archived(),
                memberCount,
                lastSeq,
                createdAt,
                lastAt);
    }
}
