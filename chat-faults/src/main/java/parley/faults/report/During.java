package parley.faults.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.faults.flood.FloodResult;
import parley.faults.flood.Latencies;
import parley.faults.probe.Ability;
import parley.faults.probe.Availability;
import parley.faults.probe.Incident;
import parley.faults.probe.Prober;
import parley.faults.probe.StoreTold;
import parley.st.client.Json;
import parley.st.report.Table;

/** What users got while faults lasted: what answered, how fast, and what they were told. */
public record During(List<Availability> availability, List<StoreTold> told, List<FloodResult> floods) {

    public static During of(List<Incident> incidents, Prober prober, List<FloodResult> floods) {
        return new During(
                Availability.of(incidents, prober.observations()), StoreTold.of(incidents, prober.notices()), floods);
    }

    /** Of several runs. */
    static During joined(Collection<During> some) {
        return new During(
                Availability.joined(some.stream().flatMap(each -> each.availability.stream()).toList()),
                some.stream().flatMap(each -> each.told.stream()).toList(),
                some.stream().flatMap(each -> each.floods.stream()).toList());
    }

    List<Table> tables() {
        var tables = new ArrayList<Table>();
        tables.add(answered());
        if (!told.isEmpty()) tables.add(stores());
        if (!floods.isEmpty()) tables.addAll(List.of(flooded(), flooders()));
        return tables;
    }

    public String markdown() {
        return tables().stream().map(Table::markdown).collect(Collectors.joining("\n"));
    }

    String html() {
        return tables().stream().map(Table::html).collect(Collectors.joining("\n"));
    }

    private Table answered() {
        var header = Stream.concat(Stream.of("fault"), Stream.of(Ability.values()).map(Ability::title)).toList();
        var rows = availability.stream().map(Availability::fault).distinct()
                .map(fault -> Stream.concat(Stream.of(fault), Stream.of(Ability.values()).map(ability -> cell(fault, ability))).toList())
                .toList();
        return new Table("During each fault: share answered, median and worst time; refused by code", header, rows);
    }

    private String cell(String fault, Ability ability) {
        return availability.stream()
                .filter(each -> each.fault().equals(fault) && each.ability() == ability && each.probes() > 0)
                .findFirst()
                .map(During::cell)
                .orElse("");
    }

    private static String cell(Availability each) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%.0f %% of %d", Math.floor(100.0 * each.answered() / each.probes()), each.probes()));
        if (!each.millis().isEmpty()) text.append(String.format(Locale.ROOT, "; %,d / %,d ms", each.p50(), each.worst()));
        each.refused().forEach((code, times) -> text.append("; ").append(times).append(" x ").append(code));
        if (each.unanswered() > 0) text.append("; ").append(each.unanswered()).append(" x no answer");
        return text.toString();
    }

    private Table stores() {
        return new Table("What users were told while nothing was stored", List.of("fault", "lasted", "node", "store", "after its beginning"),
                told.stream().map(each -> List.of(
                        each.fault(), Tables.seconds(each.lastedSeconds()), each.node(), each.state().isEmpty() ? "nothing" : each.state(),
                        each.state().isEmpty() ? "" : Tables.seconds(each.afterSeconds()))).toList());
    }

    private Table flooded() {
        return new Table("A flood, and the sends of others on the same node", List.of("node", "", "acknowledged", "missed", "p50", "p95", "worst"),
                floods.stream().flatMap(flood -> Stream.of(
                        row(flood.node(), "before", flood.calm()),
                        row(flood.node(), "during", flood.flooded()),
                        List.of(flood.node(), "ratio", "", "", ratio(flood.p50Ratio()), ratio(flood.p95Ratio()), ""))).toList());
    }

    private static List<String> row(String node, String when, Latencies each) {
        return List.of(node, when, Tables.number(each.acknowledged()), Tables.number(each.missed()), each.p50() + " ms", each.p95() + " ms",
                Tables.number(each.worst()) + " ms");
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.1f x", ratio);
    }

    private Table flooders() {
        return new Table("What the flooder did and was told", List.of("node", "what", "times"), floods.stream()
                .flatMap(flood -> flood.flooder().entrySet().stream().map(each -> List.of(flood.node(), each.getKey(), Tables.number(each.getValue()))))
                .toList());
    }

    ObjectNode json() {
        var json = Json.of();
        var answers = json.putArray("availability");
        availability.forEach(each -> answers.add(Json.of(
                "fault", each.fault(), "ability", each.ability().name(), "probes", each.probes(), "answered", each.answered(), "refused", each.refused(),
                "unanswered", each.unanswered(), "p50", each.p50(), "worst", each.worst(), "millis", each.millis())));
        var stores = json.putArray("store");
        told.forEach(each -> stores.add(Json.of("fault", each.fault(), "node", each.node(), "lastedSeconds", each.lastedSeconds(),
                "state", each.state(), "afterSeconds", each.afterSeconds())));
        var all = json.putArray("floods");
        floods.forEach(each -> all.add(Json.of("node", each.node(), "before", json(each.calm()), "during", json(each.flooded()),
                "p50Ratio", each.p50Ratio(), "p95Ratio", each.p95Ratio(), "flooder", each.flooder())));
        return json;
    }

    private static ObjectNode json(Latencies each) {
        return Json.of("acknowledged", each.acknowledged(), "missed", each.missed(), "p50", each.p50(), "p95", each.p95(), "worst", each.worst());
    }

    static During read(JsonNode json) {
        var availability = new ArrayList<Availability>();
        for (var each : json.path("availability")) {
            var millis = new ArrayList<Integer>();
            each.path("millis").forEach(one -> millis.add(one.asInt()));
            var refused = new TreeMap<String, Integer>();
            each.path("refused").properties().forEach(one -> refused.put(one.getKey(), one.getValue().asInt()));
            availability.add(new Availability(
                    each.path("fault").asText(), Ability.valueOf(each.path("ability").asText()), millis, refused, each.path("unanswered").asInt()));
        }
        var told = new ArrayList<StoreTold>();
        json.path("store").forEach(each -> told.add(new StoreTold(each.path("fault").asText(), each.path("node").asText(),
                each.path("lastedSeconds").asDouble(), each.path("state").asText(), each.path("afterSeconds").asDouble())));
        var floods = new ArrayList<FloodResult>();
        json.path("floods").forEach(each -> floods.add(new FloodResult(
                each.path("node").asText(), latencies(each.path("before")), latencies(each.path("during")), counts(each.path("flooder")))));
        return new During(availability, told, floods);
    }

    private static Latencies latencies(JsonNode json) {
        return new Latencies(json.path("acknowledged").asInt(), json.path("missed").asInt(), json.path("p50").asLong(),
                json.path("p95").asLong(), json.path("worst").asLong());
    }

    private static Map<String, Long> counts(JsonNode json) {
        var counts = new TreeMap<String, Long>();
        json.properties().forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
        return counts;
    }
}
