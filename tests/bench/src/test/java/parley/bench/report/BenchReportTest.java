package parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.cluster.client.Json;

class BenchReportTest {

    private final Results results = new Results();

    @TempDir
    Path folder;

    @BeforeEach
    void write_a_report() {
        results.add(new Figure("raw log and back, 100 in flight", 40_000, "records/s"));
        results.add(
                new Figure("closed loop, 50 pairs, window 1", 10_000, "messages/s", "raw log and back, 100 in flight"));
        results.add(new Figure("fan-out 1 to 1,000", 49_999, "deliveries/s", "nothing that was measured"));
        results.add(new Figure("raw inserts, 2 connections", 40_000, "rows/s"));
        results.add(new Figure(
                "persister, backlog of 1,000,000, after an outage of the database",
                22_000,
                "rows/s",
                "raw inserts, 2 connections"));
        results.add(new Figure("raw page", 1, "ms"));
        results.add(new Figure("page", 4, "ms", "raw page"));
        var nanos = new Histogram(3);
        for (int i = 1; i <= 1_000; i++) nanos.recordValue(i * 10_000L);
        results.latency("open loop, 1,000/s", nanos);
        results.series(new Results.Series(
                "closed loop, 50 pairs, window 1",
                "messages/s",
                List.of(new double[] {1, 9_000}, new double[] {2, 11_000})));
        BenchReport.write(
                folder,
                new RunInfo(Instant.EPOCH, Duration.ofSeconds(61), "a machine", "some versions", "a command"),
                results);
    }

    @Test
    void a_figure_is_shown_with_its_limit_and_its_target() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("index.md")))
                .contains(
                        "| closed loop, 50 pairs, window 1 | 10,000 | messages/s | raw log and back, 100 in flight: 40,000 | 0.250 | at least 0.070 of its limit: met |")
                .contains(
                        "| fan-out 1 to 1,000 | 49,999 | deliveries/s |  |  | at least 0.300 of its limit: limit not measured |")
                .contains(
                        "| persister, backlog of 1,000,000, after an outage of the database | 22,000 | rows/s | raw inserts, 2 connections: 40,000 | 0.550 | at least 0.500 of its limit: met |")
                .contains("| page | 4 | ms | raw page: 1 | 0.250 |  |");
    }

    @Test
    void the_json_contains_the_data_of_the_plots() throws IOException {
        var json = Json.parse(Files.readString(folder.resolve("results.json")));
        assertThat(json.path("machine").asText()).isEqualTo("a machine");
        assertThat(json.path("figures").get(1).path("ratio").asDouble()).isEqualTo(0.25);
        assertThat(json.path("latencies").path("open loop, 1,000/s").size()).isGreaterThan(10);
        assertThat(json.path("series").get(0).path("points").size()).isEqualTo(2);
    }

    @Test
    void each_plot_is_an_svg_file_with_its_curve() throws Exception {
        assertThat(folder)
                .isDirectoryContaining("glob:**/latency-open-loop.svg")
                .isDirectoryContaining("glob:**/rate-closed-loop-messages.svg");
        for (var plot : List.of("latency-open-loop.svg", "rate-closed-loop-messages.svg")) {
            var svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve(plot).toFile());
            assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(Files.readString(folder.resolve(plot)).split("stroke:rgb\\(11,87,208\\)", -1))
                    .as("the segments of the curve, and its line in the legend")
                    .hasSize(Plots.of(results)
                                    .get(plot)
                                    .curves()
                                    .getFirst()
                                    .points()
                                    .size()
                            + 1);
            assertThat(Files.readString(folder.resolve("index.md"))).contains("](" + plot + ")");
        }
    }
}
