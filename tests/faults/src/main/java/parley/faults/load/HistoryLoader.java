package parley.faults.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import parley.cluster.server.Eventually;
import parley.faults.model.Lines;

/** Loads the history of all conversations at the end of a run. */
final class HistoryLoader {

    private static final Duration TIMEOUT = Duration.ofSeconds(180);

    private final LoadContext context;
    private final List<SimulatedConversation> conversations;

    HistoryLoader(LoadContext context, List<SimulatedConversation> conversations) {
        this.context = context;
        this.conversations = conversations;
    }

    /** The newest page of every conversation. */
    Map<Long, Lines> newest() {
        var pages = new HashMap<Long, Lines>();
        for (var each : conversations) {
            var node = context.nodes().get((int) (each.id() % context.nodes().size()));
            var page = load(() -> context.pages().newest(node, each.owner(), each.id()));
            pages.put(each.id(), page.lines());
        }
        return pages;
    }

    /** The complete history of every conversation, by node; of every second one from the newest to the oldest message. */
    Map<String, Map<Long, Lines>> complete() {
        var byNode = new HashMap<String, Map<Long, Lines>>();
        for (var node : context.nodes()) {
            var histories = new HashMap<Long, Lines>();
            for (var each : conversations) {
                boolean backwards = each.id() % 2 == 0;
                var lines =
                        load(() -> context.pages().complete(node, each.owner().token(), each.id(), backwards));
                histories.put(each.id(), lines);
            }
            byNode.put(node.toString(), histories);
        }
        return byNode;
    }

    private <T> T load(Supplier<Future<T>> request) {
        return Eventually.yields(TIMEOUT, () -> context.await(request));
    }
}
