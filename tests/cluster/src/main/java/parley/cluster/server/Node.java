package parley.cluster.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An Open Liberty server with one application: a chat node or a persister. */
public final class Node extends ServerProcess {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Liberty's message ids for an application that could not be started. */
    private static final Pattern NOT_STARTED = Pattern.compile("CWWKZ0002E|CWWKZ0012I");

    private final String name;
    private final String archive;
    private final int port = Ports.free();
    private final Path server;
    private final Path log;
    private final Map<String, String> environment = new HashMap<>();
    /** Length of the log file at the last start. */
    private long logBefore;

    /**
     * @param archive the application's file, relative to the checkout of a version
     * @param settings environment variables; its JVM_ARGS are appended to the default ones
     */
    public Node(String name, String role, String archive, Map<String, String> settings) {
        this.name = name;
        this.archive = archive;
        var user = TestPaths.made(TestPaths.WORLD.resolve(name));
        server = TestPaths.made(user.resolve("servers/parley"));
        log = TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve(name + ".log");
        environment.putAll(settings);
        environment.putAll(Map.of(
                "WLP_USER_DIR", user.toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "JVM_ARGS", ("-Xmx512m " + settings.getOrDefault("JVM_ARGS", "")).strip(),
                "HTTP_HOST", Ports.HOST,
                "HTTP_PORT", Integer.toString(port),
                "HTTPS_PORT", "-1",
                "PARLEY_APPLICATION", Path.of(archive).getFileName().toString(),
                "PARLEY_ROLE", role,
                "APPLICATION_UPDATES", "disabled"));
        install(Release.CURRENT);
    }

    /** Replaces application and configuration by those of a version, from the next start on. */
    public void install(Release release) {
        var config = release.configuration();
        var application = release.built(archive);
        try (var files = Files.walk(config)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                copy(file, server.resolve(config.relativize(file).toString()));
            copy(driver(), server.resolve("jdbc/mysql-connector-j.jar"));
            copy(application, server.resolve("apps").resolve(application.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path driver() {
        return Path.of(URI.create(com.mysql.cj.jdbc.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    /** The folder of its server.xml. */
    public Path server() {
        return server;
    }

    /** Changes an environment variable from the next start on. */
    void set(String variable, String value) {
        environment.put(variable, value);
    }

    @Override
    protected ManagedProcess launch() {
        StartCache.prepare(server);
        return launch(StartCache.options());
    }

    /** Starts the process with more options of its JVM, this time only. */
    void startWith(String options) {
        start(launch(options));
    }

    private ManagedProcess launch(String options) {
        logBefore = log.toFile().length();
        var script = TestPaths.built("target/liberty/wlp/bin/server");
        var all = new HashMap<>(environment);
        all.merge("JVM_ARGS", options, (own, more) -> (own + " " + more).strip());
        return ManagedProcess.start(name, List.of(script.toString(), "run", "parley"), all, log);
    }

    @Override
    public void awaitReady() {
        Eventually.holds(PATIENCE, () -> {
            if (!isAlive() || NOT_STARTED.matcher(logSinceStart()).find()) {
                throw new Error(name + " does not start; its log is " + log); // ends the waiting
            }
            if (!isReady())
                throw new AssertionError(
                        name + " is not ready: " + health("ready").body());
        });
    }

    /** Waits until its log contains the text, since its last start. */
    public void awaitLog(String text) {
        Eventually.holds(PATIENCE, () -> {
            if (!logSinceStart().contains(text)) throw new AssertionError(name + " has not logged: " + text);
        });
    }

    public String logSinceStart() throws IOException {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(logBefore);
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    @Override
    public boolean isReady() {
        return isAlive() && health("ready").status() == 200;
    }

    public record Health(int status, String body) {}

    /** @param which started, live or ready */
    public Health health(String which) {
        try {
            var response = get("/health/" + which, BodyHandlers.ofString());
            return new Health(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Health(0, e.toString());
        }
    }

    /** A metric, summed over its labels; 0 if it does not exist. */
    public double metric(String name) {
        try {
            return get("/metrics", BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the text format of Prometheus. */
    public String metrics() throws IOException {
        return get("/metrics", BodyHandlers.ofString()).body();
    }

    private <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> handler) throws IOException {
        var request = HttpRequest.newBuilder(http(path))
                .timeout(Duration.ofSeconds(15))
                .build();
        try {
            return HTTP.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Of the JVM, which may be a child of the start script. */
    public long jvmPid() {
        var started = process().toHandle();
        return Stream.concat(Stream.of(started), started.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .map(ProcessHandle::pid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no JVM yet"));
    }

    int port() {
        return port;
    }

    public URI http(String path) {
        return URI.create("http://" + Ports.HOST + ":" + port + path);
    }

    public URI ws() {
        return URI.create("ws://" + Ports.HOST + ":" + port + "/ws");
    }

    @Override
    public String toString() {
        return name;
    }
}
