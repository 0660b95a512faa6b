package parley.faults.load;

import java.util.HashMap;
import java.util.Map;
import parley.cluster.server.Node;
import parley.faults.model.History;

/**
 * The edits and revokes that each node has delivered to any client. A socket that sends its hello later must not get the
 * message without them. Confined to the event loop.
 */
final class KnownMessages {

    private record Message(Node node, long conversation, long pos) {}

    /** @param nanos when a client first received it */
    private record Latest(long at, boolean revoked, long nanos) {}

    private final History history;
    private final Map<Message, Latest> latest = new HashMap<>();

    KnownMessages(History history) {
        this.history = history;
    }

    /** A node delivered an edit or a revoke. */
    void delivered(Node node, long conversation, long pos, long at, boolean revoked, long nanos) {
        latest.merge(new Message(node, conversation, pos), new Latest(at, revoked, nanos), (held, more) -> {
            if (held.revoked || held.at >= more.at) return held;
            return more;
        });
    }

    /**
     * A node delivered a message.
     *
     * @param at the position of the last change folded into it, or 0
     * @param helloNanos when its socket sent hello
     */
    void shown(String device, Node node, long conversation, long pos, long at, boolean revoked, long helloNanos) {
        var known = latest.get(new Message(node, conversation, pos));
        if (known == null || revoked || known.nanos - helloNanos >= 0) return;
        if (known.revoked) {
            history.notErased(
                    conversation, pos, "a frame to %s, whose node had already delivered the revoke".formatted(device));
        } else if (at < known.at) {
            history.stale(
                    conversation, pos, device, "its node had already delivered the edit at %d".formatted(known.at));
        }
    }
}
