package parley.system.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.cluster.server.TestPaths;
import parley.system.observe.DocumentedMetrics;

/** Rules and dashboards use only metrics that docs/operations.md has, and each alert has its runbook. */
class MonitoringTest {

    private static final Path MONITORING = TestPaths.ROOT.resolve("deploy/monitoring");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^( +)expr: (?:>-\\n((?:\\1  .+\\n)+)|(.+)\\n)");
    private static final Pattern RUNBOOK = Pattern.compile("runbook: docs/runbooks\\.md#(\\w+)");
    private static final Pattern TESTED = Pattern.compile("(?m)^ +alertname: (\\w+)\n( +exp_alerts:)?");
    private static final Pattern CHAPTER = Pattern.compile("(?m)^## (\\w+)$");

    /** What is not a name of a metric: labels in braces, durations, strings, and lists of labels. */
    private static final Pattern NO_METRICS =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(?:by|on)\\s*\\([^)]*\\)");

    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+)(?:\\{[^}]*})?, \\w+\\)");
    private static final Pattern METRIC = Pattern.compile("\\b[A-Za-z_][A-Za-z0-9_]*\\b(?!\\s*\\()");
    private static final List<String> WORDS = List.of("and", "or", "unless", "bool", "up");
    private static final Pattern SUFFIX = Pattern.compile("(?<=_seconds)_(?:count|sum)$");

    @Test
    void rules_use_documented_metrics() throws IOException {
        var expressions = EXPRESSION
                .matcher(rules())
                .results()
                .map(found -> found.group(2) == null ? found.group(3) : found.group(2))
                .toList();
        assertThat(expressions).hasSameSizeAs(alerts());
        assertThat(metrics(expressions)).isNotEmpty().isSubsetOf(DocumentedMetrics.all());
    }

    @Test
    void dashboards_use_documented_metrics() throws IOException {
        var expressions = new ArrayList<String>();
        try (var files = Files.list(MONITORING.resolve("grafana/dashboards"))) {
            for (var file : files.toList()) {
                var dashboard = new ObjectMapper().readTree(file.toFile());
                assertThat(dashboard.path("uid").asText() + ".json")
                        .isEqualTo(file.getFileName().toString());
                for (var panel : dashboard.path("panels")) {
                    assertThat(panel.path("description").asText())
                            .as(panel.path("title").asText())
                            .isNotBlank();
                    for (var target : panel.path("targets"))
                        expressions.add(target.path("expr").asText());
                }
                for (JsonNode variable : dashboard.path("templating").path("list"))
                    LABEL_VALUES
                            .matcher(variable.path("query").path("query").asText())
                            .results()
                            .forEach(query -> expressions.add(query.group(1)));
            }
        }
        assertThat(metrics(expressions)).isNotEmpty().isSubsetOf(DocumentedMetrics.all());
    }

    @Test
    void each_metric_of_parley_is_on_a_dashboard() throws IOException {
        var boards = new StringBuilder();
        try (var files = Files.list(MONITORING.resolve("grafana/dashboards"))) {
            for (var file : files.toList()) boards.append(Files.readString(file));
        }
        assertThat(DocumentedMetrics.all())
                .filteredOn(name -> name.startsWith("parley_"))
                .allSatisfy(name -> assertThat(boards).contains(name));
    }

    @Test
    void each_alert_has_its_runbook_and_each_runbook_its_alert() throws IOException {
        var chapters = CHAPTER.matcher(Files.readString(TestPaths.ROOT.resolve("docs/runbooks.md")))
                .results()
                .map(chapter -> chapter.group(1))
                .toList();
        assertThat(chapters).isEqualTo(alerts());
        assertThat(RUNBOOK.matcher(rules()).results().map(runbook -> runbook.group(1)))
                .isEqualTo(alerts().stream()
                        .map(alert -> alert.toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void each_alert_is_seen_firing_and_not_firing_by_a_test_of_the_rules() throws IOException {
        var tested = TESTED.matcher(Files.readString(MONITORING.resolve("tests/parley.yml")))
                .results()
                .toList();
        assertThat(tested.stream()
                        .filter(test -> test.group(2) != null)
                        .map(test -> test.group(1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(alerts());
        assertThat(tested.stream().filter(test -> test.group(2) == null).map(test -> test.group(1)))
                .containsAll(alerts());
    }

    private static List<String> alerts() throws IOException {
        return ALERT.matcher(rules()).results().map(alert -> alert.group(1)).toList();
    }

    private static String rules() throws IOException {
        return Files.readString(MONITORING.resolve("rules/parley.yml"));
    }

    private static TreeSet<String> metrics(List<String> expressions) {
        var names = new TreeSet<String>();
        for (var expression : expressions) {
            METRIC.matcher(NO_METRICS.matcher(expression).replaceAll(" "))
                    .results()
                    .map(name -> name.group())
                    .filter(name -> !WORDS.contains(name))
                    .map(name -> SUFFIX.matcher(name).replaceFirst(""))
                    .forEach(names::add);
        }
        return names;
    }
}
