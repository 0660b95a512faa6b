package parley.faults.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.cluster.client.Json;
import parley.faults.model.Change;
import parley.faults.model.Digest;
import parley.faults.model.Key;
import parley.faults.model.Kind;
import parley.faults.model.LogRecord;
import parley.faults.model.Sent;

/** A send that waits for its answer. Several devices may send the same at the same time. */
final class Outgoing {

    private final Sent sent;
    private final String text;
    private final boolean on;
    private final long file;
    private boolean waiting = true;
    private boolean repeat;

    /** @param text body or emoji, or null */
    Outgoing(Sent sent, String text, boolean on) {
        this(sent, text, on, 0);
    }

    /** @param file the id of the file that it has, or 0 */
    Outgoing(Sent sent, String text, boolean on, long file) {
        this.file = file;
        this.sent = sent;
        this.text = text;
        this.on = on;
    }

    /** The same send once more. */
    Outgoing again() {
        return new Outgoing(sent, text, on, file);
    }

    static long digest(Kind kind, String text, boolean on) {
        return kind == Kind.REACTION ? LogRecord.reaction(text, on) : Digest.of(text);
    }

    Sent sent() {
        return sent;
    }

    Key key() {
        return sent.key();
    }

    boolean hasFile() {
        return file != 0;
    }

    boolean isWaiting() {
        return waiting;
    }

    void waits() {
        waiting = true;
    }

    /** It is being sent. */
    void attempt() {
        waiting = false;
        repeat = sent.isAcknowledged();
        sent.attempted();
    }

    /** Whether it had already been acknowledged when it was sent. */
    boolean isRepeat() {
        return repeat;
    }

    String frame(long id) {
        var frame = Json.of("id", id, "cid", key().cid().toString(), "conv", key().conversation());
        return switch (sent.kind()) {
            case MESSAGE -> withReply(frame.put("t", "send")).toString();
            case EDITED ->
                frame.put("t", "edit")
                        .put("pos", sent.target())
                        .put("body", text)
                        .toString();
            case REVOKED -> frame.put("t", "revoke").put("pos", sent.target()).toString();
            case REACTION ->
                frame.put("t", "react")
                        .put("pos", sent.target())
                        .put("emoji", text)
                        .put("on", on)
                        .toString();
            case MEMBER, CHANGED, UNREADABLE -> throw new IllegalStateException("not a send: " + sent.kind());
        };
    }

    /** The body of a POST of a message. */
    String post() {
        return withReply(Json.of("cid", key().cid().toString())).toString();
    }

    private ObjectNode withReply(ObjectNode message) {
        message.put("body", text);
        if (hasFile()) message.setAll(Json.of("files", new long[] {file}));
        return sent.target() == 0 ? message : message.put("replyTo", sent.target());
    }

    /** The change that it makes at this position. */
    Change change(long at) {
        long body = sent.kind() == Kind.EDITED ? Digest.of(text) : Digest.NOTHING;
        var emoji = sent.kind() == Kind.REACTION ? text : null;
        return new Change(sent.kind(), sent.target(), at, key().actor(), body, emoji, on);
    }
}
