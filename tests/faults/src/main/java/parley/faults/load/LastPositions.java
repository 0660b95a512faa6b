package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Lines;

/** Compares the last message of each conversation in the list with the newest page, at the end of a run. */
final class LastPositions {

    private static final int MAX_USERS = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final LoadContext context;
    private final History history;

    LastPositions(LoadContext context, History history) {
        this.context = context;
        this.history = history;
    }

    void check(List<SimulatedConversation> conversations, Map<Long, Lines> pages) {
        var owners = conversations.stream()
                .map(SimulatedConversation::owner)
                .distinct()
                .limit(MAX_USERS)
                .toList();
        for (var node : context.nodes()) {
            for (var owner : owners) {
                for (var conversation : list(node, owner).path("items"))
                    check("the list of node " + node, conversation, pages);
            }
        }
    }

    private JsonNode list(Node node, SimulatedUser owner) {
        return Eventually.yields(TIMEOUT, () -> {
            var response = context.await(() -> context.rest().get(node, "/api/conversations?limit=200", owner.token()));
            if (response.status() != 200) throw new AssertionError("the list was refused: " + response.code());
            return response.json();
        });
    }

    /** @param conversation an item of the list */
    void check(String where, JsonNode conversation, Map<Long, Lines> pages) {
        long id = conversation.path("id").asLong();
        var last = conversation.path("last");
        var page = pages.get(id);
        if (page == null || !last.has("pos") || last.has("kind")) return;
        long pos = last.path("pos").asLong();
        var line = page.get(pos);
        if (line == null) return;
        boolean revoked = line.fold().revoked();
        boolean hasText = !last.path("body").asText("").isEmpty();
        if (revoked && hasText || FrameReader.isNotErased(last)) history.notErased(id, pos, where);
        else if (!revoked && FrameReader.body(last) != line.fold().body())
            history.stale(id, pos, where, "its text differs from the page");
    }
}
