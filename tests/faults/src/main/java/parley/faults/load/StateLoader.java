package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.model.Digest;
import parley.faults.model.FinalState;
import parley.faults.model.FinalState.Attributes;
import parley.faults.model.FinalState.Counter;
import parley.faults.model.FinalState.Member;
import parley.faults.model.FinalState.Total;

/** Loads members, attributes, counters and drafts from every node at the end of a run. */
final class StateLoader {

    private static final int MAX_USERS = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final LoadContext context;
    private final Population population;

    StateLoader(LoadContext context, Population population) {
        this.context = context;
        this.population = population;
    }

    FinalState load() {
        var state = FinalState.empty();
        for (var node : context.nodes()) {
            channels(node, state);
            state.drafts().put(node.toString(), new HashMap<>());
            population.users().stream().limit(MAX_USERS).forEach(user -> own(node, user, state));
        }
        return state;
    }

    private void channels(Node node, FinalState state) {
        var roles = new HashMap<Member, String>();
        var groups = new HashMap<Long, Attributes>();
        for (var each : population.conversations()) {
            if (!context.history().channels().containsKey(each.id())) continue;
            var path = "/api/conversations/" + each.id();
            var shown = get(node, each.owner(), path);
            groups.put(
                    each.id(),
                    new Attributes(
                            shown.path("title").asText(), shown.path("archived").asBoolean()));
            for (var item : items(node, each.owner(), path + "/members?limit=100"))
                roles.put(
                        new Member(each.id(), item.path("user").asLong()),
                        item.path("role").asText());
        }
        state.roles().put(node.toString(), roles);
        state.groups().put(node.toString(), groups);
    }

    private void own(Node node, SimulatedUser user, FinalState state) {
        var where = "node " + node;
        var listed = new ArrayList<Long>();
        for (var item : items(node, user, "/api/conversations?limit=200")) {
            long id = item.path("id").asLong();
            listed.add(id);
            state.counters()
                    .add(new Counter(
                            where,
                            new Member(id, user.id()),
                            item.path("unread").asLong(),
                            item.path("mentions").asLong()));
        }
        var total = get(node, user, "/api/unread");
        state.totals()
                .add(new Total(
                        where,
                        user.id(),
                        listed,
                        total.path("unread").asLong(),
                        total.path("mentions").asLong()));
        get(node, user, "/api/me")
                .path("drafts")
                .forEach(draft -> state.drafts()
                        .get(node.toString())
                        .put(
                                new Member(draft.path("conv").asLong(), user.id()),
                                Digest.of(draft.path("body").asText())));
    }

    private List<JsonNode> items(Node node, SimulatedUser user, String path) {
        var items = new ArrayList<JsonNode>();
        for (var page = get(node, user, path); ; ) {
            page.path("items").forEach(items::add);
            if (!page.has("next")) return items;
            var after = URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8);
            page = get(node, user, path + "&after=" + after);
        }
    }

    private JsonNode get(Node node, SimulatedUser user, String path) {
        return Eventually.yields(TIMEOUT, () -> {
            var response = context.await(() -> context.rest().get(node, path, user.token()));
            if (response.status() != 200) throw new AssertionError(path + " was refused: " + response.code());
            return response.json();
        });
    }
}
