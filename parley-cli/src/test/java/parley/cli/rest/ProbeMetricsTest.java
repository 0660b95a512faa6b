package parley.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeMetricsTest {

    @TempDir
    Path folder;

    @Test
    void a_probe_that_succeeded_has_its_times_in_seconds() throws IOException {
        var file = folder.resolve("parley.prom");
        new ProbeMetrics(List.of(new MetricsFile(file))).succeeded(new Probe.Result(7, 8, 250, 12, 34));
        assertThat(Files.readString(file))
                .contains("# TYPE parley_probe_success gauge\nparley_probe_success 1.000\n")
                .contains("\nparley_probe_delivered_seconds 0.034\n")
                .contains("\nparley_probe_acknowledged_seconds 0.012\n")
                .contains("\nparley_probe_sign_in_seconds 0.250\n")
                .containsPattern("\nparley_probe_timestamp_seconds [0-9]{10}\\.[0-9]{3}\n$");
    }

    @Test
    void a_failure_replaces_the_times_of_the_probe_before() throws IOException {
        var file = folder.resolve("parley.prom");
        new ProbeMetrics(List.of(new MetricsFile(file))).succeeded(new Probe.Result(7, 8, 250, 12, 34));
        new ProbeMetrics(List.of(new MetricsFile(file))).failed();
        assertThat(Files.readString(file))
                .contains("\nparley_probe_success 0.000\n")
                .doesNotContain("delivered")
                .contains("parley_probe_timestamp_seconds");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
