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
import parley.faults.probe.Ability;
import parley.faults.probe.Availability;
import parley.faults.probe.StoreTold;

class ReportTest {

    private static final Verdict.Counts COUNTS =
            new Verdict.Counts(1_200_345, 1_200_300, 45, 30, 90, 1_300_000, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    private static final During DURING = new During(
            List.of(
                    new Availability(Availability.NONE, Ability.LIST, List.of(4, 9), Map.of(), 0),
                    new Availability(
                            "database hung", Ability.LIST, List.of(8, 2_000, 3), Map.of("503 unavailable", 1), 1)),
            List.of(
                    new StoreTold("database hung", "one", 30, "behind", 12.5),
                    new StoreTold("database hung", "two", 30, "", 0)),
            List.of(new FloodResult(
                    "one",
                    new Latencies(200, 0, 10, 20, 30),
                    new Latencies(380, 20, 15, 80, 900),
                    Map.of("sign-in: 429", 77L))));

    @TempDir
    private Path folder;

    private static RunResult run(long seed, Map<String, Integer> found) {
        var samples = java.util.stream.IntStream.range(0, 2_000)
                .mapToObj(s -> new Sample(1_000 + s, 500 + s % 7, 4, 40 + s % 300, s % 50, 1_000, 1_000_000))
                .toList();
        var marks = List.of(
                new Mark(1_100_000, "a chat node killed <hard>", true),
                new Mark(1_130_000, "a chat node killed <hard>", false),
                new Mark(1_500_000, "a storm", true));
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
                new Seconds.Second(1, 4, 320),
                Map.of("unavailable", 17L),
                Map.of("connects", 4_000L, "refused unavailable", 17L));
    }

    @Test
    void a_page_says_what_was_sent_what_was_found_and_how_to_repeat_it() throws Exception {
        Report.write(folder, run(42, Map.of()));
        var markdown = Files.readString(folder.resolve("42.md"));
        assertThat(markdown)
                .contains("nothing is wrong", "-Dfaults.seed=42", "| sent | 1,200,345 |", "| unavailable | 17 |")
                .contains("| a chat node killed | 3 | 4.0 s | 9.0 s |");
        var html = Files.readString(folder.resolve("42.html"));
        assertThat(html.replace("http://www.w3.org/2000/svg", ""))
                .contains("<title>Throughput</title>", "a chat node killed &lt;hard&gt;")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void the_plots_are_well_formed() throws Exception {
        Report.write(folder, run(42, Map.of()));
        var html = Files.readString(folder.resolve("42.html"));
        var plots = html.substring(html.indexOf("<figure>"), html.indexOf("<figcaption>")) + "</figure>";
        var drawn = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(plots)));
        assertThat(drawn.getElementsByTagName("svg").getLength()).isEqualTo(3);
        assertThat(drawn.getElementsByTagName("polyline").getLength()).isEqualTo(4);
        assertThat(drawn.getElementsByTagName("rect").getLength())
                .as("in each plot its frame and two faults, one of them not over")
                .isEqualTo(9);
    }

    @Test
    void a_run_that_found_something_says_so() throws Exception {
        Report.write(folder, run(7, Map.of("lost", 2)));
        assertThat(Files.readString(folder.resolve("7.md")))
                .contains("something is wrong", "| lost | 2 |", "wrong: {lost=2}");
    }

    @Test
    void a_summary_joins_the_runs_of_many_seeds() throws Exception {
        Report.write(folder, run(1, Map.of()));
        Report.write(folder, run(2, Map.of("doubled", 1)));
        assertThat(Files.readString(folder.resolve("summary.html")))
                .contains("<th scope=\"row\">1</th>", "<th scope=\"row\">2</th>");
        assertThat(Files.readString(folder.resolve("summary.md")))
                .contains("-Dfaults.seed=2", "| 1 | 2,000 s | 1,200,345 |", "| 0 / 1 / 0 / 0 / 0 | 1 |")
                .contains("| a chat node killed | 6 | 4.0 s | 9.0 s |");
    }

    @Test
    void a_report_says_what_users_got_during_each_fault() throws Exception {
        Report.write(folder, run(42, Map.of()));
        assertThat(Files.readString(folder.resolve("42.md")))
                .contains(
                        "| (none) |  |  | 100 % of 2; 4 / 9 ms |",
                        "50 % of 4; 8 / 2,000 ms; 1 x 503 unavailable; 1 x no answer")
                .contains(
                        "| database hung | 30.0 s | one | behind | 12.5 s |",
                        "| database hung | 30.0 s | two | nothing |  |")
                .contains(
                        "| one | during | 380 | 20 | 15 ms | 80 ms | 900 ms |",
                        "| one | ratio |  |  | 1.5 x | 4.0 x |  |",
                        "| one | sign-in: 429 | 77 |");
        assertThat(Files.readString(folder.resolve("42.html"))).contains("50 % of 4; 8 / 2,000 ms", "1.5 x");
    }

    @Test
    void what_users_got_is_the_same_after_it_was_written_and_read() {
        assertThat(DuringJson.read(Json.parse(DuringJson.of(DURING).toString())))
                .isEqualTo(DURING);
    }

    @Test
    void a_summary_joins_what_users_got_in_all_runs() throws Exception {
        Report.write(folder, run(1, Map.of()));
        Report.write(folder, run(2, Map.of()));
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
