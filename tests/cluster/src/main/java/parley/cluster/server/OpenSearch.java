package parley.cluster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real OpenSearch, which {@code -Plong} builds the start of. */
public final class OpenSearch extends ServerProcess {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final int port = Ports.free();
    private final int transportPort = Ports.free();
    private final Path folder;

    /** @param name of its folder and its log file */
    public OpenSearch(String name) {
        this(name, TestPaths.WORLD);
    }

    /** @param parent its data folder is in this one */
    public OpenSearch(String name, Path parent) {
        this.name = name;
        folder = TestPaths.made(parent.resolve(name));
        TestPaths.made(folder.resolve("config"));
    }

    /**
     * Assigns the shards again that could not be written, as an operator does after a disk was full: OpenSearch gives up
     * after five attempts.
     */
    public void retryFailedShards() {
        var request = HttpRequest.newBuilder(uri().resolve("/_cluster/reroute?retry_failed=true"))
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) throw new IllegalStateException("OpenSearch answers " + status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://" + Ports.HOST + ":" + port);
    }

    @Override
    protected ManagedProcess launch() {
        var command = List.of(
                TestPaths.java().toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classpath(),
                "parley.opensearch.OpenSearchServer",
                folder.toString(),
                Integer.toString(port),
                Integer.toString(transportPort));
        var output = TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve(name + ".log");
        return ManagedProcess.start(name, command, Map.of(), output);
    }

    private static String classpath() {
        try {
            return Files.readString(TestPaths.built("tests/opensearch/target/opensearch.classpath"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isReady() {
        var request = HttpRequest.newBuilder(uri().resolve("/_cluster/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return isAlive()
                    && HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
