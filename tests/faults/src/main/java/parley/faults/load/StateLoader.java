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
            Population.concurrently(
                            Math.min(MAX_USERS, population.users().size()),
                            i -> own(node, population.users().get(i)))
                    .forEach(own -> add(node, own, state));
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

    private record Own(SimulatedUser user, List<JsonNode> items, JsonNode totals, JsonNode drafts) {}

    private Own own(Node node, SimulatedUser user) {
        return new Own(
                user,
                items(node, user, "/api/conversations?limit=200"),
                get(node, user, "/api/unread"),
                get(node, user, "/api/me").path("drafts"));
    }

    private static void add(Node node, Own own, FinalState state) {
        var where = "node " + node;
        long user = own.user.id();
        for (var item : own.items)
            state.counters()
                    .add(new Counter(
                            where,
                            new Member(item.path("id").asLong(), user),
                            item.path("unread").asLong(),
                            item.path("mentions").asLong()));
        state.totals()
                .add(new Total(
                        where,
                        user,
                        own.items.stream().map(item -> item.path("id").asLong()).toList(),
                        own.totals.path("unread").asLong(),
                        own.totals.path("mentions").asLong()));
        own.drafts.forEach(draft -> state.drafts()
                .get(node.toString())
                .put(
                        new Member(draft.path("conv").asLong(), user),
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
