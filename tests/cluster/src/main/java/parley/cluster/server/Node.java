package parley.cluster.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Liberty of its own with one application, on a port that stays. */
public final class Node implements ServerProcess {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    /** What a supervisor commonly grants before it kills. */
    private static final Duration TO_LEAVE = Duration.ofSeconds(30);

    /** Liberty's words for an application that could not be started. */
    private static final Pattern NOT_STARTED = Pattern.compile("CWWKZ0002E|CWWKZ0012I");

    private final String name;
    private final int port = Ports.free();
    private final Path server;
    private final Path log;
    /** What it printed when it was started before. */
    private long logBefore;

    private final Map<String, String> environment = new HashMap<>();
    private ManagedProcess running;

    /**
     * @param archive the application's file below the checkout
     * @param surroundings environment variables; those of JVM_ARGS come after its own
     */
    public Node(String name, String role, String archive, Map<String, String> surroundings) {
        this.name = name;
        var user = TestPaths.made(TestPaths.WORLD.resolve(name));
        server = TestPaths.made(user.resolve("servers/parley"));
        log = TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve(name + ".log");
        var application = TestPaths.built(archive);
        environment.putAll(surroundings);
        environment.putAll(Map.of(
                "WLP_USER_DIR", user.toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "JVM_ARGS", ("-Xmx512m " + surroundings.getOrDefault("JVM_ARGS", "")).strip(),
                "HTTP_HOST", Ports.HOST,
                "HTTP_PORT", Integer.toString(port),
                "HTTPS_PORT", "-1",
                "PARLEY_APPLICATION", application.getFileName().toString(),
                "PARLEY_ROLE", role));
        furnish(application);
    }

    private void furnish(Path application) {
        try (var config = Files.walk(TestPaths.built("src/main/liberty/config"))) {
            for (var file : config.toList()) {
                var copy = server.resolve(TestPaths.ROOT
                        .resolve("src/main/liberty/config")
                        .relativize(file)
                        .toString());
                if (Files.isDirectory(file)) TestPaths.made(copy);
                else Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.copy(
                    driver(),
                    TestPaths.made(server.resolve("jdbc")).resolve("mysql-connector-j.jar"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.copy(
                    application,
                    TestPaths.made(server.resolve("apps")).resolve(application.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path driver() {
        return Path.of(URI.create(com.mysql.cj.jdbc.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    /** Where its server.xml lies. */
    public Path server() {
        return server;
    }

    @Override
    public void start() {
        logBefore = log.toFile().length();
        var script = TestPaths.built("target/liberty/wlp/bin/server");
        running = ManagedProcess.start(name, List.of(script.toString(), "run", "parley"), environment, log);
    }

    @Override
    public void awaitReady() {
        Eventually.holds(PATIENCE, () -> {
            if (!running.isAlive() || NOT_STARTED.matcher(logSinceStart()).find()) {
                throw new Error(name + " does not start; its log is " + log); // nothing to wait for
            }
            if (!isReady())
                throw new AssertionError(
                        name + " is not ready: " + health("ready").body());
        });
    }

    /** Returns as soon as it has said so since its start. */
    public void awaitWord(String word) {
        Eventually.holds(PATIENCE, () -> {
            if (!logSinceStart().contains(word)) throw new AssertionError(name + " does not say: " + word);
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
            var request = HttpRequest.newBuilder(http("/health/" + which))
                    .timeout(Duration.ofSeconds(15))
                    .build();
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Health(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Health(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Health(0, e.toString());
        }
    }

    /** A number of {@code /metrics}, summed over its labels; 0 where it is not there. */
    public double metric(String name) {
        try {
            var request = HttpRequest.newBuilder(http("/metrics"))
                    .timeout(Duration.ofSeconds(15))
                    .build();
            return HTTP.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isAlive() {
        return running != null && running.isAlive();
    }

    /** Of what was started: the server itself may be a child of it. */
    public long pid() {
        return running.process().pid();
    }

    /** Of the server itself. */
    public long jvmPid() {
        var started = running.process().toHandle();
        return Stream.concat(Stream.of(started), started.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .map(ProcessHandle::pid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is no JVM yet"));
    }

    @Override
    public void kill() {
        running.kill();
    }

    /** The status it ended with, where it has ended. */
    public OptionalInt exit() {
        return running == null || running.isAlive()
                ? OptionalInt.empty()
                : OptionalInt.of(running.process().exitValue());
    }

    @Override
    public boolean end() {
        return running.end(TO_LEAVE);
    }

    @Override
    public void freeze() {
        running.freeze();
    }

    @Override
    public void thaw() {
        running.thaw();
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
