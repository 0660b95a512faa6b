package parley.system.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import parley.cluster.client.Json;
import parley.cluster.server.Eventually;
import parley.cluster.server.ManagedProcess;
import parley.cluster.server.Ports;
import parley.cluster.server.TestPaths;

/** A Prometheus with the configuration and the rules of deploy/monitoring, which looks every second. */
final class Prometheus implements AutoCloseable {

    /** Where .ci/monitoring unpacks Debian's packages. */
    private static final Path PROGRAMS = TestPaths.ROOT.resolve("target/prometheus/usr/bin");

    private static final Path MONITORING = TestPaths.ROOT.resolve("deploy/monitoring");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address = Ports.HOST + ":" + Ports.free();
    private final ManagedProcess process;
    private final ManagedProcess exporter;

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAMS.resolve("prometheus"));
    }

    /**
     * @param targets addresses by the name that the label {@code instance} gets
     * @param files the folder that the node exporter reads
     */
    Prometheus(Map<String, String> targets, Path files) {
        var folder = TestPaths.made(TestPaths.WORLD.resolve("prometheus"));
        var exporterAddress = Ports.HOST + ":" + Ports.free();
        exporter = start(
                "prometheus-node-exporter",
                "--collector.disable-defaults",
                "--collector.textfile",
                "--collector.textfile.directory=" + files,
                "--web.listen-address=" + exporterAddress);
        try {
            TestPaths.copy(MONITORING.resolve("rules"), TestPaths.made(folder.resolve("rules")));
            var original =
                    Files.readString(MONITORING.resolve("prometheus.yml")).replace("interval: 15s", "interval: 1s");
            var configuration = new StringBuilder(original.substring(0, original.indexOf("      - targets:")));
            targets.forEach((name, target) -> configuration.append(
                    "      - {targets: ['%s'], labels: {instance: %s}}\n".formatted(target, name)));
            configuration.append(
                    "  - {job_name: node, static_configs: [{targets: ['%s']}]}%n".formatted(exporterAddress));
            var file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
            process = start(
                    "prometheus",
                    "--config.file=" + file,
                    "--storage.tsdb.path=" + folder.resolve("data"),
                    "--web.listen-address=" + address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.holds(Duration.ofSeconds(60), () -> query("up"));
    }

    private static ManagedProcess start(String program, String... options) {
        var command = new ArrayList<>(List.of(PROGRAMS.resolve(program).toString()));
        command.addAll(List.of(options));
        var log = TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve(program + ".log");
        return ManagedProcess.start(program, command, Map.of(), log);
    }

    /** The series of the answer, at this moment. */
    List<JsonNode> query(String expression) {
        return series("query?query=" + encoded(expression));
    }

    /** The series of the answer, each with its values over time. */
    List<JsonNode> range(String expression, Instant from, Instant to, Duration step) {
        return series("query_range?query=%s&start=%d&end=%d&step=%d"
                .formatted(encoded(expression), from.getEpochSecond(), to.getEpochSecond(), step.toSeconds()));
    }

    private List<JsonNode> series(String call) {
        return list(data(call).path("result"));
    }

    /** The alerting rules, with health, last error and state. */
    List<JsonNode> rules() {
        return list(data("rules").path("groups")).stream()
                .flatMap(group -> list(group.path("rules")).stream())
                .toList();
    }

    /** The names of the alerts that fire. */
    List<String> firing() {
        return rules().stream()
                .filter(rule -> rule.path("state").asText().equals("firing"))
                .map(rule -> rule.path("name").asText())
                .toList();
    }

    /** The values of a label in the series that the selector finds. */
    List<String> labelValues(String label, String selector) {
        return list(data("label/" + label + "/values?match%5B%5D=" + encoded(selector))).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode data(String call) {
        var request = HttpRequest.newBuilder(URI.create("http://" + address + "/api/v1/" + call))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            var answer = Json.parse(http.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("status").asText().equals("success"))
                throw new IllegalStateException(
                        call + ": " + answer.path("error").asText());
            return answer.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Override
    public void close() {
        process.kill();
        exporter.kill();
    }
}
