package parley.faults.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import parley.cluster.client.Json;
import parley.faults.flood.FloodResult;
import parley.faults.flood.Latencies;
import parley.faults.probe.Ability;
import parley.faults.probe.Availability;
import parley.faults.probe.StoreTold;

/** {@link During} as it is written to {@code SEED.json} and read from there. */
final class DuringJson {

    private DuringJson() {}

    static ObjectNode of(During during) {
        var json = Json.of();
        var answers = json.putArray("availability");
        during.availability()
                .forEach(each -> answers.add(Json.of(
                        "fault",
                        each.fault(),
                        "ability",
                        each.ability().name(),
                        "probes",
                        each.probes(),
                        "answered",
                        each.answered(),
                        "refused",
                        each.refused(),
                        "unanswered",
                        each.unanswered(),
                        "p50",
                        each.p50(),
                        "worst",
                        each.worst(),
                        "millis",
                        each.millis())));
        var stores = json.putArray("store");
        during.told()
                .forEach(each -> stores.add(Json.of(
                        "fault",
                        each.fault(),
                        "node",
                        each.node(),
                        "lastedSeconds",
                        each.lastedSeconds(),
                        "state",
                        each.state(),
                        "afterSeconds",
                        each.afterSeconds())));
        var all = json.putArray("floods");
        during.floods()
                .forEach(each -> all.add(Json.of(
                        "node",
                        each.node(),
                        "before",
                        json(each.calm()),
                        "during",
                        json(each.flooded()),
                        "p50Ratio",
                        each.p50Ratio(),
                        "p95Ratio",
                        each.p95Ratio(),
                        "flooder",
                        each.flooder())));
        return json;
    }

    private static ObjectNode json(Latencies each) {
        return Json.of(
                "acknowledged",
                each.acknowledged(),
                "missed",
                each.missed(),
                "p50",
                each.p50(),
                "p95",
                each.p95(),
                "worst",
                each.worst());
    }

    static During read(JsonNode json) {
        var availability = new ArrayList<Availability>();
        for (var each : json.path("availability")) {
            var millis = new ArrayList<Integer>();
            each.path("millis").forEach(one -> millis.add(one.asInt()));
            var refused = new TreeMap<String, Integer>();
            each.path("refused")
                    .properties()
                    .forEach(one -> refused.put(one.getKey(), one.getValue().asInt()));
            availability.add(new Availability(
                    each.path("fault").asText(),
                    Ability.valueOf(each.path("ability").asText()),
                    millis,
                    refused,
                    each.path("unanswered").asInt()));
        }
        var told = new ArrayList<StoreTold>();
        json.path("store")
                .forEach(each -> told.add(new StoreTold(
                        each.path("fault").asText(),
                        each.path("node").asText(),
                        each.path("lastedSeconds").asDouble(),
                        each.path("state").asText(),
                        each.path("afterSeconds").asDouble())));
        var floods = new ArrayList<FloodResult>();
        json.path("floods")
                .forEach(each -> floods.add(new FloodResult(
                        each.path("node").asText(),
                        latencies(each.path("before")),
                        latencies(each.path("during")),
                        counts(each.path("flooder")))));
        return new During(availability, told, floods);
    }

    private static Latencies latencies(JsonNode json) {
        return new Latencies(
                json.path("acknowledged").asInt(),
                json.path("missed").asInt(),
                json.path("p50").asLong(),
                json.path("p95").asLong(),
                json.path("worst").asLong());
    }

    private static Map<String, Long> counts(JsonNode json) {
        var counts = new TreeMap<String, Long>();
        json.properties()
                .forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
        return counts;
    }
}
