package parley.bench.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import parley.bench.result.Results;
import parley.cluster.client.Json;

/** Everything that a run found, for programs. */
final class ResultsJson {

    private ResultsJson() {}

    static ObjectNode of(RunInfo run, List<Line> lines, Results results) {
        var latencies = new LinkedHashMap<String, List<double[]>>();
        results.latencies().forEach((name, histogram) -> latencies.put(name, Plots.percentiles(histogram)));
        return Json.of(
                "began", run.began().toString(),
                "seconds", run.took().toSeconds(),
                "machine", run.machine(),
                "versions", run.versions(),
                "command", run.command(),
                "figures", lines.stream().map(ResultsJson::figure).toList(),
                "latencies", latencies,
                "series", results.allSeries());
    }

    private static ObjectNode figure(Line line) {
        return Json.of(
                "name", line.figure().name(),
                "value", line.figure().value(),
                "unit", line.figure().unit(),
                "limit", line.figure().limit(),
                "ratio", line.ratio(),
                "target", line.target() == null ? null : line.target().toString(),
                "met", line.isMet());
    }
}
