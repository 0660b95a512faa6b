package parley.faults.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.cluster.server.Node;

/** The metrics of server processes, and their memory as the operating system reports it. */
final class Metrics {

    private static final Duration TIMEOUT = Duration.ofMillis(800);
    private static final long KIB = 1024;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** The text of {@code /metrics}; empty if the process does not answer. */
    String of(Node node) {
        try {
            var request = HttpRequest.newBuilder(node.http("/metrics"))
                    .timeout(TIMEOUT)
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "";
        } catch (IOException unavailable) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** The sum of a metric over its labels and over processes; empty if none has it. */
    static OptionalDouble sum(List<String> texts, String name) {
        var line = Pattern.compile("^" + Pattern.quote(name) + "(?:\\{.*})? +(\\S+)", Pattern.MULTILINE);
        return texts.stream()
                .flatMap(text -> line.matcher(text).results())
                .map(match -> Double.valueOf(match.group(1)))
                .reduce(Double::sum)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** Resident memory of a process and its descendants; 0 if it is not running. */
    static long resident(Node node) {
        if (!node.isAlive()) return 0;
        return ProcessHandle.of(node.pid()).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> resident(process.pid()))
                .sum();
    }

    private static long resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}
