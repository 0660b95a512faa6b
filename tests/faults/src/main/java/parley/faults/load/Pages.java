package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Lines;

/** History as REST shows it. */
final class Pages {

    private static final int LIMIT = 200;

    private final Rest rest;
    private final History history;

    Pages(Rest rest, History history) {
        this.rest = rest;
        this.history = history;
    }

    /**
     * The newest page.
     *
     * @param from everything from this place on is in it; 0 where there is nothing before it
     * @param greatest of all places in it, or -1
     */
    record Newest(Lines lines, long from, long greatest) {}

    /** Where nothing came. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(Rest.Reply reply) {
            super("a page of history was refused: " + reply.status() + " " + reply.code());
            this.status = reply.status();
        }

        boolean isNotThere() {
            return status == 404;
        }
    }

    Future<Newest> newest(Node node, String token, long conversation) {
        return page(node, token, conversation, "").map(page -> {
            var lines = new Lines();
            take(page, lines, conversation, node);
            long from = page.has("next") ? lines.pos(0) : 0;
            return new Newest(lines, from, lines.greatest());
        });
    }

    /** All of it: from the newest back, or from the oldest on. */
    Future<Lines> whole(Node node, String token, long conversation, boolean backwards) {
        return more(
                node,
                token,
                conversation,
                new Lines(),
                backwards ? "" : "&after=0",
                backwards ? "&before=" : "&after=");
    }

    private Future<Lines> more(
            Node node, String token, long conversation, Lines lines, String place, String direction) {
        return page(node, token, conversation, place).compose(page -> {
            take(page, lines, conversation, node);
            return page.has("next")
                    ? more(
                            node,
                            token,
                            conversation,
                            lines,
                            direction + page.path("next").asLong(),
                            direction)
                    : Future.succeededFuture(lines);
        });
    }

    private Future<JsonNode> page(Node node, String token, long conversation, String place) {
        var path = "/api/conversations/%d/messages?limit=%d%s".formatted(conversation, LIMIT, place);
        return rest.get(node, path, token).map(reply -> {
            if (reply.status() != 200) throw new Refused(reply);
            return reply.json();
        });
    }

    private void take(JsonNode page, Lines lines, long conversation, Node node) {
        long before = -1;
        for (var item : page.path("items")) {
            long pos = item.path("pos").asLong();
            if (pos <= before) history.reordered("a page of node " + node, conversation, pos, before);
            before = pos;
            if (Shapes.isUnerased(item)) history.notErased(conversation, pos, "a page of node " + node);
            lines.show(pos, Shapes.identity(item), Shapes.fold(item), history.tenths());
        }
    }
}
