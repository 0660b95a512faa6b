package parley.faults.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import parley.cluster.client.Json;

/** What of a run stands in the summary of many. */
record SummaryLine(
        long seed,
        String began,
        String command,
        String machine,
        String load,
        long tookSeconds,
        boolean holds,
        long sent,
        long acknowledged,
        long unacknowledged,
        long repeats,
        long logged,
        long lost,
        long doubled,
        long reordered,
        long diverged,
        long unknown,
        long violations,
        long compared,
        long perSecond,
        long p50,
        long p99,
        long largestLag,
        List<Recovery> recoveries,
        During during) {

    static SummaryLine of(RunResult run) {
        var v = run.verdict();
        return new SummaryLine(
                run.seed(),
                run.began().toString(),
                run.command(),
                run.machine(),
                run.load(),
                run.took().toSeconds(),
                v.holds(),
                v.counts().sent(),
                v.counts().acknowledged(),
                v.counts().unacknowledged(),
                v.counts().repeats(),
                v.counts().logged(),
                v.lost(),
                v.doubled(),
                v.reordered(),
                v.diverged(),
                v.unknown(),
                v.found().values().stream().mapToLong(Integer::longValue).sum(),
                v.counts().compared(),
                run.meanAcknowledged(),
                run.latency().p50(),
                run.latency().p99(),
                run.largestLag(),
                run.recoveries(),
                run.during());
    }

    ObjectNode json() {
        var json = Json.of(
                "seed",
                seed,
                "began",
                began,
                "command",
                command,
                "machine",
                machine,
                "load",
                load,
                "tookSeconds",
                tookSeconds,
                "holds",
                holds,
                "sent",
                sent,
                "acknowledged",
                acknowledged,
                "unacknowledged",
                unacknowledged,
                "repeats",
                repeats,
                "logged",
                logged,
                "lost",
                lost,
                "doubled",
                doubled,
                "reordered",
                reordered,
                "diverged",
                diverged,
                "unknown",
                unknown,
                "violations",
                violations,
                "compared",
                compared,
                "perSecond",
                perSecond,
                "p50",
                p50,
                "p99",
                p99,
                "largestLag",
                largestLag);
        var list = json.putArray("recoveries");
        recoveries.forEach(each -> list.add(Json.of("fault", each.fault(), "seconds", each.seconds())));
        json.set("during", DuringJson.of(during));
        return json;
    }

    static SummaryLine read(JsonNode json) {
        var recoveries = new ArrayList<Recovery>();
        json.path("recoveries")
                .forEach(each -> recoveries.add(new Recovery(
                        each.path("fault").asText(), each.path("seconds").asDouble())));
        return new SummaryLine(
                json.path("seed").asLong(),
                json.path("began").asText(),
                json.path("command").asText(),
                json.path("machine").asText(),
                json.path("load").asText(),
                json.path("tookSeconds").asLong(),
                json.path("holds").asBoolean(),
                json.path("sent").asLong(),
                json.path("acknowledged").asLong(),
                json.path("unacknowledged").asLong(),
                json.path("repeats").asLong(),
                json.path("logged").asLong(),
                json.path("lost").asLong(),
                json.path("doubled").asLong(),
                json.path("reordered").asLong(),
                json.path("diverged").asLong(),
                json.path("unknown").asLong(),
                json.path("violations").asLong(),
                json.path("compared").asLong(),
                json.path("perSecond").asLong(),
                json.path("p50").asLong(),
                json.path("p99").asLong(),
                json.path("largestLag").asLong(),
                recoveries,
                DuringJson.read(json.path("during")));
    }
}
