package parley.cli.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Locale;

/** The result of a probe as a file that Prometheus' node exporter reads; replaced as a whole. */
public final class ProbeMetrics {

    private final Path file;

    public ProbeMetrics(Path file) {
        this.file = file.toAbsolutePath();
    }

    public void succeeded(Probe.Result result) throws IOException {
        write(gauge("success", "Whether the message of the last probe arrived", 1)
                + gauge("delivered_seconds", "From its post to the other account", result.deliveredMillis() / 1000.0)
                + gauge("acknowledged_seconds", "From its post to the answer", result.acknowledgedMillis() / 1000.0)
                + gauge("sign_in_seconds", "Both sign-ins", result.signInMillis() / 1000.0));
    }

    public void failed() throws IOException {
        write(gauge("success", "Whether the message of the last probe arrived", 0));
    }

    private void write(String gauges) throws IOException {
        double now = Instant.now().toEpochMilli() / 1000.0;
        // The exporter reads *.prom only.
        var complete = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(complete, gauges + gauge("timestamp_seconds", "When the last probe ended", now));
        Files.setPosixFilePermissions(complete, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String gauge(String name, String help, double value) {
        return String.format(
                Locale.ROOT,
                "# HELP parley_probe_%1$s %2$s.%n# TYPE parley_probe_%1$s gauge%nparley_probe_%1$s %3$.3f%n",
                name,
                help,
                value);
    }
}
