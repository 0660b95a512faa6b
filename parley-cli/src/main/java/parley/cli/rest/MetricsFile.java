package parley.cli.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that Prometheus' node exporter reads; replaced as a whole. */
public record MetricsFile(Path file) implements MetricsSink {

    @Override
    public void publish(String metrics) throws IOException {
        var complete = file.toAbsolutePath();
        // The exporter reads *.prom only.
        var incomplete = complete.resolveSibling(complete.getFileName() + ".new");
        Files.writeString(incomplete, metrics);
        Files.setPosixFilePermissions(incomplete, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(incomplete, complete, StandardCopyOption.ATOMIC_MOVE);
    }
}
