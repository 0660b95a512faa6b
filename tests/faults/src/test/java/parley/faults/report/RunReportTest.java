package parley.faults.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import parley.cluster.client.Json;
import parley.faults.flood.FloodResult;
import parley.faults.flood.Latencies;
import parley.faults.model.Seconds;
import parley.faults.model.Verdict;
import parley.faults.model.Violation;
import parley.faults.probe.Ability;
import parley.faults.probe.Availability;
import parley.faults.probe.StoreNotification;

class RunReportTest {

    private static final Verdict.Counts COUNTS =
            new Verdict.Counts(1_200_345, 1_200_300, 45, 30, 90, 1_300_000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    private static final During DURING = new During(
            List.of(
                    new Availability(Availability.NONE, Ability.LIST, List.of(4, 9), Map.of(), 0),
                    new Availability(
                            "database hung", Ability.LIST, List.of(8, 2_000, 3), Map.of("503 unavailable", 1), 1)),
            List.of(
                    new StoreNotification("database hung", "one", 30, "behind", 12.5),
                    new StoreNotification("database hung", "two", 30, "", 0)),
            List.of(new FloodResult(
                    "one",
                    new Latencies(200, 0, 10, 20, 30),
                    new Latencies(380, 20, 15, 80, 900),
                    Map.of("sign-in: 429", 77L))));

    @TempDir
    private Path folder;

    private static RunResult run(long seed, Map<Violation.Type, Integer> found) {
        var samples = java.util.stream.IntStream.range(0, 2_000)
                .mapToObj(s -> new Sample(1_000 + s, 500 + s % 7, 4, 40 + s % 300, s % 50, 1_000, 1_000_000))
                .toList();
        var marks = List.of(
                new Timeline.Mark(1_100_000, "a chat node killed <hard>", true),
                new Timeline.Mark(1_130_000, "a chat node killed <hard>", false),
                new Timeline.Mark(1_500_000, "a storm", true));
        return new RunResult(
                seed,
                "./mvnw verify -Pfaults -Dfaults.seed=" + seed,
                "a machine",
                "a crowd",
                Instant.EPOCH.plusSeconds(seed),
                Duration.ofSeconds(2_000),
                new Verdict(COUNTS, found, List.of(), List.of()),
                List.of(
                        new Recovery("a chat node killed", 3),
                        new Recovery("a chat node killed", 9),
                        new Recovery("a chat node killed", 4),
                        new Recovery("a storm", 2)),
                DURING,
                samples,
                marks,
                new Phases(),
                new Seconds.Second(1, 4, 320),
                Map.of("unavailable", 17L),
                Map.of("connects", 4_000L, "refused unavailable", 17L));
    }

    @Test
    void a_report_shows_the_counts_the_violations_and_the_command() throws Exception {
        RunReport.write(folder, run(42, Map.of()));
        var markdown = Files.readString(folder.resolve("42.md"));
        assertThat(markdown)
                .contains("no violations", "-Dfaults.seed=42", "| sent | 1,200,345 |", "| unavailable | 17 |")
                .contains("| a chat node killed | 3 | 4.0 s | 9.0 s |");
        var html = Files.readString(folder.resolve("42.html"));
        assertThat(html)
                .contains("<img alt=\"Throughput\"", "a chat node killed &lt;hard&gt;")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void each_plot_is_well_formed_and_shows_its_curves_and_every_fault() throws Exception {
        var plots = TimePlots.of(run(42, Map.of()).samples(), run(42, Map.of()).marks());
        assertThat(plots).extracting(plot -> plot.curves().size()).containsExactly(1, 2, 1);
        for (var plot : plots) {
            var svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(plot.svg())));
            assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(plot.bands())
                    .as("two faults, the second of which does not end")
                    .extracting(band -> band.name() + " " + band.from() + " " + band.to())
                    .containsExactly("a chat node killed <hard> 100.0 130.0", "a storm 500.0 1999.0");
            assertThat(plot.svg().split("rgb\\(179,38,30\\);fill-opacity", -1))
                    .as("the areas of two faults")
                    .hasSize(3);
        }
    }

    @Test
    void a_report_lists_the_violations() throws Exception {
        RunReport.write(folder, run(7, Map.of(Violation.Type.LOST, 2)));
        assertThat(Files.readString(folder.resolve("7.md"))).contains("violations found", "| lost | 2 |", "{lost=2}");
    }

    @Test
    void a_summary_lists_the_runs_of_all_seeds() throws Exception {
        RunReport.write(folder, run(1, Map.of()));
        RunReport.write(folder, run(2, Map.of(Violation.Type.DUPLICATED, 1)));
        assertThat(Files.readString(folder.resolve("summary.html")))
                .contains("<th scope=\"row\">1</th>", "<th scope=\"row\">2</th>");
        assertThat(Files.readString(folder.resolve("summary.md")))
                .contains("-Dfaults.seed=2", "| 1 | 2,000 s | 1,200,345 |", "| 0 / 1 / 0 / 0 / 0 | 1 |")
                .contains("| a chat node killed | 6 | 4.0 s | 9.0 s |");
    }

    @Test
    void a_report_shows_what_users_experienced_during_each_fault() throws Exception {
        RunReport.write(folder, run(42, Map.of()));
        assertThat(Files.readString(folder.resolve("42.md")))
                .contains(
                        "| (none) |  |  | 100 % of 2; 4 / 9 ms |",
                        "50 % of 4; 8 / 2,000 ms; 1 x 503 unavailable; 1 x no answer")
                .contains(
                        "| database hung | 30.0 s | one | behind | 12.5 s |",
                        "| database hung | 30.0 s | two | none |  |")
                .contains(
                        "| one | during | 380 | 20 | 15 ms | 80 ms | 900 ms |",
                        "| one | ratio |  |  | 1.5 x | 4.0 x |  |",
                        "| one | sign-in: 429 | 77 |");
        assertThat(Files.readString(folder.resolve("42.html"))).contains("50 % of 4; 8 / 2,000 ms", "1.5 x");
    }

    @Test
    void json_is_read_as_it_was_written() {
        var summary = RunSummary.of(run(42, Map.of(Violation.Type.LOST, 2)));
        var json = Json.of(summary);
        assertThat(Json.read(json.toString(), RunSummary.class)).isEqualTo(summary);
        assertThat(json.at("/during/availability/1")).isEqualTo(Json.parse("""
                {"fault": "database hung", "ability": "LIST", "millis": [3, 8, 2000], "refused": {"503 unavailable": 1},
                 "unanswered": 1, "probes": 4, "answered": 2, "p50": 8, "worst": 2000}"""));
        assertThat(json.at("/during/store/0/afterSeconds").asDouble()).isEqualTo(12.5);
        assertThat(json.at("/during/floods/0/before/p95").asInt()).isEqualTo(20);
        assertThat(json.at("/during/floods/0/p95Ratio").asDouble()).isEqualTo(4);
        assertThat(json.at("/recoveries/1/seconds").asDouble()).isEqualTo(9);
    }

    @Test
    void a_summary_merges_what_users_experienced_in_all_runs() throws Exception {
        RunReport.write(folder, run(1, Map.of()));
        RunReport.write(folder, run(2, Map.of()));
        assertThat(Files.readString(folder.resolve("summary.md")))
                .contains("50 % of 8; 8 / 2,000 ms; 2 x 503 unavailable; 2 x no answer");
        assertThat(Files.readString(folder.resolve("summary.html"))).contains("50 % of 8");
    }

    @Test
    void metrics_are_summed_over_labels_and_processes() {
        var one =
                "# TYPE parley_lag_records gauge\nparley_lag_records{partition=\"0\"} 5.0\nparley_lag_records{partition=\"1\"} 7.0\nparley_lag_records_max 99\n";
        assertThat(Metrics.sum(List.of(one, "parley_lag_records 3"), "parley_lag_records")
                        .getAsDouble())
                .isEqualTo(15);
        assertThat(Metrics.sum(List.of(one), "parley_tail_bytes")).isEmpty();
    }
}
