package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.cluster.server.Node;

/** Users search for a common word at any node, during faults, too: nobody finds what is in a conversation of others. */
final class Searches {

    private static final String COMMON = "release";

    private final LoadContext context;
    private final SearchPages pages;
    private final List<SimulatedUser> users;

    /** Conversations whose members never change. */
    private final Map<Long, List<SimulatedUser>> directs = new HashMap<>();

    private int pending;

    Searches(LoadContext context, Population population) {
        this.context = context;
        this.pages = new SearchPages(context.rest());
        this.users = population.users();
        population.conversations().stream()
                .filter(conversation -> !conversation.group())
                .forEach(conversation -> directs.put(conversation.id(), conversation.members()));
    }

    int pending() {
        return pending;
    }

    void next() {
        var user = context.anyOf(users);
        var node = context.anyOf(context.nodes());
        pending++;
        pages.first(node, user, COMMON).onComplete(found -> {
            pending--;
            if (found.succeeded()) found.result().forEach(hit -> check(hit.path("msg"), node, user));
            else if (found.cause() instanceof SearchPages.Refused refused)
                context.history().count("searches refused " + refused.code());
            else context.history().count("searches without an answer");
        });
    }

    private void check(JsonNode message, Node node, SimulatedUser user) {
        long conversation = message.path("conv").asLong();
        long pos = message.path("pos").asLong();
        context.history().count("hits of searches");
        if (!directs.getOrDefault(conversation, List.of(user)).contains(user))
            context.history()
                    .search(conversation, pos, "node " + node, "was found by " + user.id() + ", who is no member");
        if (message.path("revoked").asBoolean())
            context.history().search(conversation, pos, "node " + node, "was found although it is revoked");
    }
}
