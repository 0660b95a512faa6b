package parley.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import parley.bench.run.Form;
import parley.bench.world.BenchCluster;
import parley.cluster.report.Machine;
import parley.cluster.server.TestPaths;

/**
 * The environment of a run.
 *
 * @param versions of server, broker and database
 * @param command repeats the run
 */
public record RunInfo(Instant began, Duration took, String machine, String versions, String command) {

    /** Of a run that ends now, while the cluster is still running. */
    public static RunInfo of(Instant began, BenchCluster cluster) {
        return new RunInfo(
                began, Duration.between(began, Instant.now()), Machine.described(), versions(cluster), commandLine());
    }

    private static String versions(BenchCluster cluster) {
        return "Open Liberty %s, Kafka %s, database %s"
                .formatted(
                        property(
                                "com.ibm.websphere.productVersion",
                                () -> Files.newInputStream(
                                        TestPaths.built("target/liberty/wlp/lib/versions/openliberty.properties"))),
                        property(
                                "version",
                                () -> KafkaProducer.class.getResourceAsStream("/kafka/kafka-version.properties")),
                        cluster.rows().select("SELECT VERSION()").getFirst().getFirst());
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private static String property(String name, Source source) {
        var properties = new Properties();
        try (var file = source.open()) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name);
    }

    private static String commandLine() {
        var only = System.getProperty("bench.only", "");
        return "./mvnw verify -Pbench -Dbench.form=" + Form.wanted().name().toLowerCase()
                + (only.isBlank() ? "" : " -Dbench.only=" + only);
    }
}
