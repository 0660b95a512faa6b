package parley.cluster.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A server with the protocol of S3, which keeps its objects in a folder: S3Proxy, in a process of its own. */
public final class S3Server extends ServerProcess {

    private static final String BUCKET = "files";
    private static final String ACCESS_KEY = "access";
    private static final String SECRET_KEY = "secret";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final Path folder;
    private final int port = Ports.free();

    /** @param folder in which the bucket is */
    public S3Server(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /** The arguments are the port and the folder. */
    public static void main(String[] arguments) throws Exception {
        TestPaths.made(Path.of(arguments[1]));
        var store = new FilesystemNio2BlobStore(arguments[1]);
        if (!Files.isDirectory(Path.of(arguments[1], BUCKET))) store.createContainer(BUCKET);
        S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://" + Ports.HOST + ":" + arguments[0]))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .build()
                .start();
        // The process lives as long as the threads of the server, and not longer than the tests.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    @Override
    protected ManagedProcess launch() {
        var command = List.of(
                TestPaths.java().toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                S3Server.class.getName(),
                Integer.toString(port),
                folder.toString());
        var log = TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve(name + ".log");
        return ManagedProcess.start(name, command, Map.of(), log);
    }

    public String endpoint() {
        return "http://" + Ports.HOST + ":" + port;
    }

    /** The settings of a node that keeps files here. */
    public Map<String, String> settings() {
        return Map.of(
                "PARLEY_FILES_STORAGE",
                "s3",
                "PARLEY_FILES_BUCKET",
                BUCKET,
                "PARLEY_FILES_ENDPOINT",
                endpoint(),
                "PARLEY_FILES_PATHSTYLE",
                "true",
                "PARLEY_FILES_ACCESSKEY",
                ACCESS_KEY,
                "PARLEY_FILES_SECRETKEY",
                SECRET_KEY);
    }

    /** Whether it has anything of a file; false while it cannot be read. */
    public boolean holds(long file) {
        var objects = folder.resolve(BUCKET).resolve("%02x/%d".formatted(file & 0xff, file));
        if (!Files.isDirectory(objects)) return false;
        try (var all = Files.walk(objects)) {
            return all.anyMatch(Files::isRegularFile);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public boolean isReady() {
        if (!isAlive()) return false;
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(endpoint())).timeout(PATIENCE);
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
