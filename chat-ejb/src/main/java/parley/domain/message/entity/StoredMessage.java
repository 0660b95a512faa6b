package parley.domain.message.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** A stored message. */
@Entity
@Table(name = "message")
public class StoredMessage {

    /** {@code state} of a placeholder row for a message that could not be stored. */
    public static final int UNSTORABLE = 1;

    /** {@code state} of a row whose message was revoked: it keeps its place, sender, cid and number, and has no body. */
    public static final int REVOKED = 2;

    private static final int STORED = 0;

    @EmbeddedId
    private MessageKey key;

    @Column(name = "sender_id")
    private long senderId;

    private byte[] cid;

    private long seq;

    @Column(name = "log_partition")
    private int logPartition;

    @Column(name = "log_offset")
    private long logOffset;

    private int state;

    private String body;

    @Column(name = "reply_to")
    private Long replyTo;

    private Instant ts;

    /** See {@link Mentions#toColumn}; null in rows of versions without this column. */
    private String mentions;

    /** See {@link AttachedFile#toColumn}. */
    private String files;

    protected StoredMessage() {}

    public StoredMessage(LoggedMessage message, long seq, int logPartition) {
        this.key = MessageKey.of(message.conversation(), message.pos());
        this.senderId = message.sender().value();
        this.cid = message.cid().bytes();
        this.seq = seq;
        this.logPartition = logPartition;
        this.logOffset = message.pos().offset();
        this.body = message.body();
        this.replyTo = message.replyTo() == null ? null : message.replyTo().value();
        this.ts = message.ts();
        this.mentions = message.mentions().toColumn();
        this.files = AttachedFile.toColumn(message.files());
    }

    /** Turns this row into the placeholder of an unstorable message. */
    public StoredMessage unstorable() {
        state = UNSTORABLE;
        body = "";
        replyTo = null;
        mentions = null;
        files = null;
        return this;
    }

    /** Erases the body; the revoke is stored in the same transaction. */
    public StoredMessage revoked() {
        state = REVOKED;
        body = "";
        mentions = null;
        files = null;
        return this;
    }

    public boolean isUnstorable() {
        return state == UNSTORABLE;
    }

    /** Fills the placeholder row with its message. */
    public void fill(LoggedMessage message) {
        state = STORED;
        body = message.body();
        replyTo = message.replyTo() == null ? null : message.replyTo().value();
        mentions = message.mentions().toColumn();
        files = AttachedFile.toColumn(message.files());
    }

    public ConversationId conversation() {
        return new ConversationId(key.conversationId());
    }

    public Position pos() {
        return new Position(key.pos());
    }

    public LoggedMessage message() {
        return new LoggedMessage(
                conversation(),
                pos(),
                Cid.of(cid),
                new UserId(senderId),
                ts,
                state == STORED ? body : null,
                replyTo == null ? null : new Position(replyTo),
                Mentions.ofColumn(mentions),
                state == STORED ? AttachedFile.ofColumn(files) : List.of());
    }
}
