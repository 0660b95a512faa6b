package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.model.Lines;

/**
 * Searches at the end of a run, when all is well: every node finds every message of every conversation as the history of
 * this node shows it, and nothing for users who are not members.
 */
final class SearchLoader {

    /** More than 30 s behind the log, a node refuses to search. */
    private static final Duration CAUGHT_UP = Duration.ofSeconds(60);

    /** How texts begin; the number is in no other text. */
    private static final Pattern UNIQUE = Pattern.compile("no\\. \\d+ ");

    private final LoadContext context;
    private final Population population;
    private final SearchPages pages;

    SearchLoader(LoadContext context, Population population) {
        this.context = context;
        this.population = population;
        this.pages = new SearchPages(context.rest());
    }

    /** @param histories complete, by node and conversation */
    void check(Map<String, Map<Long, Lines>> histories) {
        for (var node : context.nodes())
            for (var conversation : population.conversations())
                check(node, conversation, histories.get(node.toString()).get(conversation.id()));
    }

    private void check(Node node, SimulatedConversation conversation, Lines history) {
        var query = "in:" + conversation.id();
        var expected = history.searchable();
        var found = new JsonNode[1];
        try {
            Eventually.holds(CAUGHT_UP, () -> {
                found[0] = searched(() -> pages.all(node, conversation.owner(), query));
                int different = expected.differences(lines(found[0])).size();
                if (different > 0) throw new AssertionError(different + " messages are not found as they are");
            });
        } catch (AssertionError late) {
            reportDifferences(node, conversation.id(), expected, found[0]);
        }
        context.history().count("conversations searched");
        outsiderFindsNothing(node, conversation, query);
        if (found[0] != null) findByWords(node, conversation, found[0]);
    }

    private void reportDifferences(Node node, long conversation, Lines expected, JsonNode found) {
        var shown = found == null ? new Lines() : lines(found);
        for (long pos : expected.differences(shown)) {
            var how = shown.get(pos) == null
                    ? "is not found"
                    : expected.get(pos) == null ? "is found, but not in the history" : "is found in another state";
            context.history().search(conversation, pos, "node " + node, how);
        }
    }

    private void findByWords(Node node, SimulatedConversation conversation, JsonNode hits) {
        StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> hit.path("msg"))
                .filter(message -> UNIQUE.matcher(message.path("body").asText()).lookingAt())
                .findFirst()
                .ifPresent(message ->
                        findByWords(node, conversation, message.path("pos").asLong(), query(message)));
    }

    /** The first words as a phrase. */
    private static String query(JsonNode message) {
        var body = message.path("body").asText();
        var unique = UNIQUE.matcher(body);
        return unique.lookingAt() ? "\"" + unique.group().strip() + "\"" : body;
    }

    private void findByWords(Node node, SimulatedConversation conversation, long pos, String query) {
        boolean isFound = contains(searched(() -> pages.all(node, conversation.owner(), query)), conversation, pos);
        if (!isFound) context.history().search(conversation.id(), pos, "node " + node, "is not found by " + query);
        outsiderFindsNothing(node, conversation, query);
        context.history().count("messages found by their words");
    }

    private static boolean contains(JsonNode hits, SimulatedConversation conversation, long pos) {
        return StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> hit.path("msg"))
                .anyMatch(message -> message.path("conv").asLong() == conversation.id()
                        && message.path("pos").asLong() == pos);
    }

    private void outsiderFindsNothing(Node node, SimulatedConversation conversation, String query) {
        var members = conversation.members();
        population.users().stream()
                .filter(user -> !members.contains(user))
                .findFirst()
                .ifPresent(outsider -> searched(() -> pages.all(node, outsider, query))
                        .forEach(hit -> {
                            var message = hit.path("msg");
                            if (message.path("conv").asLong() == conversation.id())
                                context.history()
                                        .search(
                                                conversation.id(),
                                                message.path("pos").asLong(),
                                                "node " + node,
                                                "is found by %d, who is no member".formatted(outsider.id()));
                        }));
    }

    private Lines lines(JsonNode hits) {
        var lines = new Lines();
        for (var hit : hits) {
            var message = hit.path("msg");
            lines.show(
                    message.path("pos").asLong(),
                    FrameReader.identity(message),
                    FrameReader.fold(message),
                    context.history().tenths());
        }
        return lines;
    }

    private JsonNode searched(Supplier<Future<JsonNode>> request) {
        return Eventually.yields(CAUGHT_UP, () -> context.await(request));
    }
}
