package parley.faults.load;

import java.util.HashMap;
import java.util.Map;
import parley.cluster.server.Node;
import parley.faults.model.History;

/**
 * Which edits and revokes each node has delivered, to whomever. A socket that is greeted later must not be shown the
 * message without them: the node knew. Lives on the loop alone.
 */
final class KnownMessages {

    private record Message(Node node, long conversation, long pos) {}

    /** @param nanos when the first client had it */
    private record Latest(long at, boolean revoked, long nanos) {}

    private final History history;
    private final Map<Message, Latest> latest = new HashMap<>();

    KnownMessages(History history) {
        this.history = history;
    }

    /** An edit or a revoke came from a node. */
    void delivered(Node node, long conversation, long pos, long at, boolean revoked, long nanos) {
        latest.merge(new Message(node, conversation, pos), new Latest(at, revoked, nanos), (held, more) -> {
            if (held.revoked || held.at >= more.at) return held;
            return more;
        });
    }

    /**
     * A message came from a node.
     *
     * @param at of the last change folded into it, or 0
     * @param greetedNanos when its socket said hello
     */
    void shown(String device, Node node, long conversation, long pos, long at, boolean revoked, long greetedNanos) {
        var known = latest.get(new Message(node, conversation, pos));
        if (known == null || revoked || known.nanos - greetedNanos >= 0) return;
        if (known.revoked) {
            history.notErased(
                    conversation, pos, "a frame to %s, whose node had delivered the revoke before".formatted(device));
        } else if (at < known.at) {
            history.stale(
                    conversation, pos, device, "its node had delivered the edit at %d before".formatted(known.at));
        }
    }
}
