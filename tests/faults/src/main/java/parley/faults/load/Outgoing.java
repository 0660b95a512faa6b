package parley.faults.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import parley.cluster.client.Json;
import parley.faults.model.Change;
import parley.faults.model.Digest;
import parley.faults.model.Key;
import parley.faults.model.Kind;
import parley.faults.model.LogRecord;
import parley.faults.model.Sent;

/** Something that a device sends until it is answered for good; the same thing may be on its way from several devices. */
final class Outgoing {

    private final Sent sent;
    private final String text;
    private final boolean on;
    private boolean waiting = true;
    private boolean repeat;

    /** @param text body or emoji, or null */
    Outgoing(Sent sent, String text, boolean on) {
        this.sent = sent;
        this.text = text;
        this.on = on;
    }

    /** The same once more. */
    Outgoing again() {
        return new Outgoing(sent, text, on);
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

    String text() {
        return text;
    }

    boolean isWaiting() {
        return waiting;
    }

    void waits() {
        waiting = true;
    }

    /** It goes out now. */
    void goes() {
        waiting = false;
        repeat = sent.isAcknowledged();
        sent.attempted();
    }

    /** Whether it had been acknowledged before it went out this time. */
    boolean isRepeat() {
        return repeat;
    }

    String frame(long id) {
        var cid = new UUID(key().high(), key().low()).toString();
        var frame = Json.of("id", id, "cid", cid, "conv", key().conversation());
        return with(frame).toString();
    }

    private ObjectNode with(ObjectNode frame) {
        return switch (sent.kind()) {
            case MESSAGE -> {
                frame.put("t", "send").put("body", text);
                yield sent.target() == 0 ? frame : frame.put("replyTo", sent.target());
            }
            case EDITED -> frame.put("t", "edit").put("pos", sent.target()).put("body", text);
            case REVOKED -> frame.put("t", "revoke").put("pos", sent.target());
            case REACTION ->
                frame.put("t", "react")
                        .put("pos", sent.target())
                        .put("emoji", text)
                        .put("on", on);
            case MEMBER, UNREADABLE -> throw new IllegalStateException("nobody sends a " + sent.kind());
        };
    }

    /** As a post over REST, which only messages have. */
    String post() {
        var post = Json.of("cid", key().cid().toString(), "body", text);
        return (sent.target() == 0 ? post : post.put("replyTo", sent.target())).toString();
    }

    /** What it changes, in its place. */
    Change change(long at) {
        long body = sent.kind() == Kind.EDITED ? Digest.of(text) : Digest.NOTHING;
        return new Change(
                sent.kind(), sent.target(), at, key().actor(), body, sent.kind() == Kind.REACTION ? text : null, on);
    }
}
