package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.model.Lines;
import parley.faults.model.SentFile;

/**
 * Searches at the end of a run, when all is well: every node finds every message of every conversation as the history of
 * this node shows it, and nothing for users who are not members.
 */
final class SearchLoader {

    /** For all conversations together. More than 30 s behind the log, a node refuses to search. */
    private static final Duration CAUGHT_UP = Duration.ofSeconds(60);

    /** For a conversation that is searched when this time is over. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** If the server that has received it was killed, another one reads it after a minute. */
    private static final Duration DOCUMENTS_READ = Duration.ofSeconds(180);

    /** How texts begin; the number is in no other text. */
    private static final Pattern UNIQUE = Pattern.compile("no\\. \\d+ ");

    private final LoadContext context;
    private final Population population;
    private final SearchPages pages;
    private final SearchCheck check;
    private final long deadline = System.nanoTime() + CAUGHT_UP.toNanos();

    SearchLoader(LoadContext context, Population population) {
        this.context = context;
        this.population = population;
        this.pages = new SearchPages(context.rest());
        this.check = new SearchCheck(context.history(), context.known(), population.conversations());
    }

    /** @param histories complete, by node and conversation */
    void check(Map<String, Map<Long, Lines>> histories) {
        for (var node : context.nodes())
            for (var conversation : population.conversations())
                check(node, conversation, histories.get(node.toString()).get(conversation.id()));
    }

    /** Every node finds every message by the text of its document. */
    void checkDocuments() {
        var documents = context.history().files().stream()
                .filter(file -> file.word() != null)
                .toList();
        for (var node : context.nodes()) for (var file : documents) findByDocument(node, file);
        context.history().count("messages found by their documents", documents.size());
    }

    private void findByDocument(Node node, SentFile file) {
        var conversation = population.conversations().stream()
                .filter(each -> each.id() == file.key().conversation())
                .findFirst()
                .orElseThrow();
        try {
            Eventually.holds(DOCUMENTS_READ, () -> {
                var hits = context.await(() -> pages.all(node, conversation.owner(), file.word()));
                if (hits.size() != 1) throw new AssertionError(hits.size() + " hits");
                if (hits.path(0).path("files").path(0).asLong() != file.id()) throw new AssertionError("another file");
            });
        } catch (AssertionError late) {
            context.history()
                    .withoutFile(file.key(), "node " + node, "its document is not found: " + late.getMessage());
        }
        nothingForOutsiders(node, conversation, file.word());
    }

    private void check(Node node, SimulatedConversation conversation, Lines history) {
        var query = "in:" + conversation.id();
        var expected = history.searchable();
        var hits = whenComplete(node, conversation, query, expected);
        check.complete(expected, hits, node, conversation.id());
        nothingForOutsiders(node, conversation, query);
        findByWords(node, conversation, hits);
        context.history().count("messages compared with the search", expected.size());
    }

    /** The last hits if it is not complete in time. */
    private JsonNode whenComplete(Node node, SimulatedConversation conversation, String query, Lines expected) {
        var hits = new JsonNode[] {JsonNodeFactory.instance.arrayNode()};
        try {
            Eventually.holds(left(), () -> {
                hits[0] = context.await(() -> pages.all(node, conversation.owner(), query));
                if (!expected.differences(check.lines(hits[0])).isEmpty())
                    throw new AssertionError("not everything is found as it is");
            });
        } catch (AssertionError late) {
            context.history().count("conversations not found completely in time");
        }
        return hits[0];
    }

    private Duration left() {
        var left = Duration.ofNanos(deadline - System.nanoTime());
        return left.compareTo(LEAST) > 0 ? left : LEAST;
    }

    /** One of the messages, as a phrase. */
    private void findByWords(Node node, SimulatedConversation conversation, JsonNode hits) {
        StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> hit.path("msg"))
                .filter(message -> UNIQUE.matcher(message.path("body").asText()).lookingAt())
                .findFirst()
                .ifPresent(message -> {
                    var unique = UNIQUE.matcher(message.path("body").asText());
                    var query = unique.lookingAt() ? "\"" + unique.group().strip() + "\"" : "";
                    long pos = message.path("pos").asLong();
                    var found = searched(() -> pages.all(node, conversation.owner(), query));
                    check.contains(found, node, conversation.id(), pos, query);
                    nothingForOutsiders(node, conversation, query);
                });
    }

    private void nothingForOutsiders(Node node, SimulatedConversation conversation, String query) {
        var outsider = population.outsider(context, conversation);
        var hits = searched(() -> pages.all(node, outsider, query));
        check.hidden(hits, node, conversation.id(), outsider.id());
    }

    private JsonNode searched(Supplier<Future<JsonNode>> request) {
        return Eventually.yields(CAUGHT_UP, () -> context.await(request));
    }
}
