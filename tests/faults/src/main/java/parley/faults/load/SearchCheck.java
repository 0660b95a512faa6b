package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Lines;

/** Who finds what: nothing of others, nothing that is outdated or revoked, and in the end everything. */
final class SearchCheck {

    private final History history;
    private final KnownMessages known;

    /** Those whose members are known at any time. */
    private final Set<Long> conversations;

    SearchCheck(History history, KnownMessages known, List<SimulatedConversation> conversations) {
        this.history = history;
        this.known = known;
        this.conversations =
                conversations.stream().map(SimulatedConversation::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Someone searched during the run.
     *
     * @param askedNanos when the search began
     */
    void found(JsonNode hits, Node node, long user, long askedNanos) {
        for (var hit : hits) {
            var message = hit.path("msg");
            long conversation = message.path("conv").asLong();
            long pos = message.path("pos").asLong();
            boolean revoked = message.path("revoked").asBoolean();
            history.count("hits of searches");
            if (conversations.contains(conversation) && !history.wasEverMember(conversation, user))
                history.search(conversation, pos, where(node), "is found by %d, who is no member".formatted(user));
            if (revoked) history.search(conversation, pos, where(node), "is found although it is revoked");
            known.shown(
                    "a search of user " + user,
                    node,
                    conversation,
                    pos,
                    message.path("at").asLong(0),
                    revoked,
                    askedNanos);
        }
    }

    /** Someone searched who is no member of the conversation. */
    void hidden(JsonNode hits, Node node, long conversation, long user) {
        for (var hit : hits) {
            var message = hit.path("msg");
            if (message.path("conv").asLong() == conversation)
                history.search(
                        conversation,
                        message.path("pos").asLong(),
                        where(node),
                        "is found by %d, who is no member now".formatted(user));
        }
    }

    /** The whole conversation was searched when nothing changed any more. */
    void complete(Lines expected, JsonNode hits, Node node, long conversation) {
        var found = lines(hits);
        for (long pos : expected.differences(found)) {
            var how = found.get(pos) == null
                    ? "is not found"
                    : expected.get(pos) == null ? "is found, but not in the history" : "is found in another state";
            history.search(conversation, pos, where(node), how);
        }
    }

    /** The message was searched for by its words. */
    void contains(JsonNode hits, Node node, long conversation, long pos, String query) {
        boolean isFound = StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> hit.path("msg"))
                .anyMatch(message -> message.path("conv").asLong() == conversation
                        && message.path("pos").asLong() == pos);
        if (!isFound) history.search(conversation, pos, where(node), "is not found by " + query);
    }

    /** Hits as history shows messages. */
    Lines lines(JsonNode hits) {
        var lines = new Lines();
        for (var hit : hits) {
            var message = hit.path("msg");
            lines.show(
                    message.path("pos").asLong(),
                    FrameReader.identity(message),
                    FrameReader.fold(message),
                    history.tenths());
        }
        return lines;
    }

    private static String where(Node node) {
        return "node " + node;
    }
}
