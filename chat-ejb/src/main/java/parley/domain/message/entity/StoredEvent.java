package parley.domain.message.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import parley.domain.group.AttributeChange;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/** A stored event. */
@Entity
@Table(name = "message_event")
public class StoredEvent {

    @EmbeddedId
    @AttributeOverride(name = "pos", column = @Column(name = "at"))
    private MessageKey key;

    private long target;

    private String kind;

    @Column(name = "actor_id")
    private long actorId;

    private byte[] cid;

    @Column(name = "log_partition")
    private int logPartition;

    @Column(name = "log_offset")
    private long logOffset;

    private boolean shown;

    private String body;

    private String emoji;

    @Column(name = "switched_on")
    private Boolean switchedOn;

    private String role;

    /** The new values of a group's attributes, as JSON. */
    private String attributes;

    private Instant ts;

    /** Of an edit; see {@link Mentions#toColumn}. */
    private String mentions;

    protected StoredEvent() {}

    public StoredEvent(LoggedEvent event, int logPartition) {
        this.key = MessageKey.of(event.conversation(), event.at());
        this.kind = event.detail().kind();
        this.actorId = event.actor().value();
        this.cid = event.cid().bytes();
        this.logPartition = logPartition;
        this.logOffset = event.at().offset();
        this.ts = event.ts();
        switch (event.detail()) {
            case EventDetail.Edited(var changed, var text, var mentioned) -> {
                target = changed.value();
                body = text;
                mentions = mentioned.toColumn();
            }
            case EventDetail.Revoked(var changed) -> target = changed.value();
            case EventDetail.Reaction(var changed, var sign, var on) -> {
                target = changed.value();
                emoji = sign;
                switchedOn = on;
            }
            case EventDetail.MemberChanged(var user, var newRole, var version, var visible, var joinedVersion) -> {
                target = user.value();
                role = newRole == null ? null : newRole.code();
                shown = visible;
            }
            case EventDetail.GroupChanged(var change, var version) -> {
                attributes = change.toJson().toString();
                shown = true;
            }
        }
    }

    /** Erases the text of an edit whose message was revoked; the row remains. */
    public StoredEvent erased() {
        body = "";
        mentions = null;
        return this;
    }

    public LoggedEvent event() {
        return new LoggedEvent(
                new ConversationId(key.conversationId()),
                new Position(key.pos()),
                Cid.of(cid),
                new UserId(actorId),
                ts,
                detail());
    }

    private EventDetail detail() {
        return switch (kind) {
            case "edited" -> new EventDetail.Edited(new Position(target), body, Mentions.ofColumn(mentions));
            case "revoked" -> new EventDetail.Revoked(new Position(target));
            case "reaction" -> new EventDetail.Reaction(new Position(target), emoji, switchedOn);
            case "member" -> new EventDetail.MemberChanged(new UserId(target), Role.of(role), 0, shown);
            case "changed" -> new EventDetail.GroupChanged(AttributeChange.parse(attributes), 0);
            default -> throw new IllegalStateException("message_event has an unknown kind: " + kind);
        };
    }
}
