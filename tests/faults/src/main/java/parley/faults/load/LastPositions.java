package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Lines;

/** The last message of each conversation, as the list shows it, against the newest page, when nothing moves any more. */
final class LastPositions {

    private static final int MOST_PEOPLE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LoadContext ground;
    private final History history;

    LastPositions(LoadContext ground, History history) {
        this.ground = ground;
        this.history = history;
    }

    void check(List<SimulatedConversation> talks, Map<Long, Lines> pages) {
        var owners = talks.stream()
                .map(SimulatedConversation::owner)
                .distinct()
                .limit(MOST_PEOPLE)
                .toList();
        for (var node : ground.nodes()) {
            for (var owner : owners) {
                for (var conversation : list(node, owner).path("items"))
                    check("the list of node " + node, conversation, pages);
            }
        }
    }

    private JsonNode list(Node node, SimulatedUser owner) {
        return Eventually.yields(PATIENCE, () -> {
            var reply = ground.load(() -> ground.rest().get(node, "/api/conversations?limit=200", owner.token()));
            if (reply.status() != 200) throw new AssertionError("the list was refused: " + reply.code());
            return reply.json();
        });
    }

    /** @param conversation as a list shows it */
    void check(String where, JsonNode conversation, Map<Long, Lines> pages) {
        long id = conversation.path("id").asLong();
        var last = conversation.path("last");
        var page = pages.get(id);
        if (page == null || !last.has("pos") || last.path("kind").asText().equals("member")) return;
        long pos = last.path("pos").asLong();
        int at = page.index(pos);
        if (at < 0) return;
        boolean revoked = page.fold(at).revoked();
        boolean hasText = !last.path("body").asText("").isEmpty();
        if (revoked && hasText || Shapes.isUnerased(last)) history.notErased(id, pos, where);
        else if (!revoked && Shapes.body(last) != page.fold(at).body())
            history.stale(id, pos, where, "it has another text than the page");
    }
}
