package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Lines;

/** Loads history over REST. */
final class Pages {

    private static final int LIMIT = 200;

    private final Rest rest;
    private final History history;
    private final FileCheck files;

    Pages(Rest rest, History history, FileCheck files) {
        this.rest = rest;
        this.history = history;
        this.files = files;
    }

    /**
     * The newest page.
     *
     * @param from it has everything from this position on; 0 if there is nothing before it
     * @param greatest the greatest position of a line or a change, or -1
     */
    record Newest(Lines lines, long from, long greatest) {}

    /** The node did not return a page. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(Rest.Response response) {
            super("a page of history was refused: " + response.status() + " " + response.code());
            this.status = response.status();
        }

        boolean isNotFound() {
            return status == 404;
        }
    }

    Future<Newest> newest(Node node, SimulatedUser reader, long conversation) {
        return page(node, reader.token(), conversation, "").map(page -> {
            var lines = new Lines();
            add(page, lines, conversation, node);
            page.path("items")
                    .forEach(item -> history.received(
                            conversation, reader.id(), item.path("pos").asLong()));
            boolean begins =
                    page.has("next") || FrameReader.isJoin(page.path("items").path(0), reader.id());
            long from = begins && lines.size() > 0 ? lines.first() : 0;
            return new Newest(lines, from, lines.greatest());
        });
    }

    /** The complete history, from the newest to the oldest message or from the oldest to the newest. */
    Future<Lines> complete(Node node, String token, long conversation, boolean backwards) {
        return more(
                node,
                token,
                conversation,
                new Lines(),
                backwards ? "" : "&after=0",
                backwards ? "&before=" : "&after=");
    }

    private Future<Lines> more(
            Node node, String token, long conversation, Lines lines, String parameter, String direction) {
        return page(node, token, conversation, parameter).compose(page -> {
            add(page, lines, conversation, node);
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

    private Future<JsonNode> page(Node node, String token, long conversation, String parameter) {
        var path = "/api/conversations/%d/messages?limit=%d%s".formatted(conversation, LIMIT, parameter);
        return rest.get(node, path, token).map(response -> {
            if (response.status() != 200) throw new Refused(response);
            return response.json();
        });
    }

    private void add(JsonNode page, Lines lines, long conversation, Node node) {
        long before = -1;
        for (var item : page.path("items")) {
            long pos = item.path("pos").asLong();
            if (pos <= before) history.reordered("a page of node " + node, conversation, pos, before);
            before = pos;
            files.shown(item, "a page of node " + node);
            if (FrameReader.isNotErased(item)) history.notErased(conversation, pos, "a page of node " + node);
            lines.show(pos, FrameReader.identity(item), FrameReader.fold(item), history.tenths());
        }
    }
}
