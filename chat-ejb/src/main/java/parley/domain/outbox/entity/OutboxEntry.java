package parley.domain.outbox.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/** A change that is not yet in the log. The columns that a kind does not use are 0 or null. */
@Entity
@Table(name = "change_outbox")
public class OutboxEntry {

    private static final String MEMBER = "member";
    private static final String GROUP = "group";
    private static final String BLOCK = "block";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String kind;

    @Column(name = "conversation_id")
    private long conversationId;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "actor_id")
    private long actorId;

    private String role;

    private long version;

    private boolean shown;

    @Column(name = "joined_version")
    private long joinedVersion;

    private String attributes;

    private String changes;

    private byte[] cid;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OutboxEntry() {}

    private OutboxEntry(String kind, Instant now) {
        this.kind = kind;
        this.cid = Cid.at(now).bytes();
        this.createdAt = now;
    }

    /** @param joinedVersion as in {@link MembershipChange} */
    public static OutboxEntry member(
            ConversationId conversation,
            UserId user,
            UserId actor,
            Role role,
            long version,
            boolean shown,
            long joinedVersion,
            Instant now) {
        var entry = new OutboxEntry(MEMBER, now);
        entry.conversationId = conversation.value();
        entry.userId = user.value();
        entry.actorId = actor.value();
        entry.role = role == null ? null : role.code();
        entry.version = version;
        entry.shown = shown;
        entry.joinedVersion = joinedVersion;
        return entry;
    }

    /** Of a member who may read everything. */
    static OutboxEntry member(
            long conversation,
            long user,
            long actor,
            String role,
            long version,
            boolean shown,
            byte[] cid,
            Instant created) {
        var entry = new OutboxEntry(MEMBER, created);
        entry.conversationId = conversation;
        entry.userId = user;
        entry.actorId = actor;
        entry.role = role;
        entry.version = version;
        entry.shown = shown;
        entry.cid = cid;
        return entry;
    }

    /** @param change null for a new group */
    public static OutboxEntry group(
            ConversationId conversation,
            UserId actor,
            GroupAttributes state,
            AttributeChange change,
            long version,
            Instant now) {
        var entry = new OutboxEntry(GROUP, now);
        entry.conversationId = conversation.value();
        entry.actorId = actor.value();
        entry.version = version;
        entry.shown = change != null;
        entry.attributes = AttributeChange.to(state).toJson().toString();
        entry.changes = change == null ? null : change.toJson().toString();
        return entry;
    }

    /** Its id is the version, so it has to be flushed before {@link #change}. */
    public static OutboxEntry block(UserId user, UserId blocked, boolean holds, Instant now) {
        var entry = new OutboxEntry(BLOCK, now);
        entry.userId = user.value();
        entry.actorId = blocked.value();
        entry.shown = holds;
        return entry;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The change as a value, independent of the persistence context. */
    public OutboxChange change() {
        return switch (kind) {
            case MEMBER ->
                new MembershipChange(
                        new ConversationId(conversationId),
                        new UserId(userId),
                        new UserId(actorId),
                        Role.of(role),
                        version,
                        shown,
                        Cid.of(cid),
                        joinedVersion);
            case GROUP -> groupChange();
            case BLOCK -> new BlockChange(new UserId(userId), new UserId(actorId), shown, id);
            default -> throw new IllegalStateException("change_outbox has an unknown kind: " + kind);
        };
    }

    /** An entry that the migration wrote has neither actor nor cid. */
    private GroupChange groupChange() {
        var conversation = new ConversationId(conversationId);
        var state = GroupAttributes.DEFAULT.with(AttributeChange.parse(attributes));
        return changes == null
                ? new GroupChange(conversation, null, state, null, version, null)
                : new GroupChange(
                        conversation, new UserId(actorId), state, AttributeChange.parse(changes), version, Cid.of(cid));
    }
}
