package parley.devservices.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs Parley in dev mode. Arguments: the root folder, the path of {@code mvn}, and options for it.
 *
 * <p>The whole output of Maven and the server goes to {@code dev.log} in the data folder; the screen shows progress,
 * warnings and errors. A known configuration problem ends the run with one sentence as the last line. Everything ends
 * within 15 seconds of Ctrl-C, SIGTERM or {@code q}: processes that have not ended by then are killed.
 */
public final class DevServer {

    private static final Duration PROBE_INTERVAL = Duration.ofMillis(500);

    private final Path data;
    private final int port;
    private final PrintStream screen;
    private Process maven;
    private ProcessTree tree;
    private volatile boolean ready;
    private volatile boolean stopping;
    private volatile String failure;

    private DevServer(Path data, int port, PrintStream screen) {
        this.data = data;
        this.port = port;
        this.screen = screen;
    }

    public static void main(String... args) throws IOException {
        var root = Path.of(args[0]).toAbsolutePath().normalize();
        var data = root.resolve(environment("PARLEY_DATA").orElse(".parley")).normalize();
        int port = Integer.parseInt(environment("HTTP_PORT").orElse("9080"));
        var server = new DevServer(data, port, System.out);
        var problem = new MachineCheck(root, data, port).problem();
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(1);
        }
        var command =
                new ArrayList<>(List.of(args[1], "-f", root.resolve("pom.xml").toString(), "-B"));
        command.addAll(List.of(args).subList(2, args.length));
        System.exit(server.run(command));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private int run(List<String> command) throws IOException {
        var log = data.resolve("dev.log");
        screen.println("Starting Parley; the full output goes to " + log);
        maven = new ProcessBuilder(command).redirectErrorStream(true).start();
        tree = new ProcessTree(maven.toHandle());
        // A process that outlives Maven may hold its output open, and then show() would not return.
        maven.onExit().thenRun(tree::awaitEnd);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::stop));
        daemon("processes", tree::watch);
        daemon("keys", this::forwardKeys);
        daemon("ready", this::awaitReady);
        show(log);
        int status = exitOf(maven);
        tree.awaitEnd();
        if (failure != null) screen.println(failure);
        else if (status != 0 && !stopping) screen.println("Parley did not start; the full output is in " + log);
        if (failure != null) return 1;
        return stopping ? 0 : status;
    }

    private static void daemon(String name, Runnable task) {
        Thread.ofPlatform().daemon().name(name).start(task);
    }

    private void show(Path log) throws IOException {
        var filter = new OutputFilter();
        try (var lines = maven.inputReader();
                var file = Files.newBufferedWriter(log)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                file.write(line);
                file.newLine();
                file.flush();
                if (!ready) OutputFilter.refusal(line).ifPresent(this::fail);
                if (!stopping) filter.shown(line).ifPresent(screen::println);
            }
        }
    }

    private void fail(String sentence) {
        failure = sentence;
        stopping = true;
        daemon("stop", tree::end);
    }

    /** Maven gets its keys through a pipe, so that {@code q} is noticed here too. */
    private void forwardKeys() {
        try (var keys = maven.outputWriter()) {
            var console = new BufferedReader(new InputStreamReader(System.in));
            for (var line = console.readLine(); line != null; line = console.readLine()) {
                keys.write(line + "\n");
                keys.flush();
                if (Set.of("q", "quit", "exit").contains(line.strip())) {
                    stopping = true;
                    tree.awaitEnd();
                }
            }
            // Dev mode interprets a closed input as a key press, so the pipe stays open.
            maven.onExit().join();
        } catch (IOException ended) {
            return;
        }
    }

    private void awaitReady() {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        boolean production =
                environment("PARLEY_PRODUCTION").filter("true"::equals).isPresent();
        var checks = production ? environment("MANAGEMENT_PORT").orElse("9090") : String.valueOf(port);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + checks + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (!stopping && !isReady(http, request)) pause(PROBE_INTERVAL);
        if (stopping) return;
        ready = true;
        screen.println(readyBlock("http://localhost:" + port + "/", data));
    }

    static String readyBlock(String address, Path data) {
        return """

                  Parley is ready   %s
                  Data              %s (delete it while Parley is stopped to start fresh)
                  Stop              q and Enter, or Ctrl-C
                """.formatted(address, data);
    }

    private static boolean isReady(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void stop() {
        stopping = true;
        if (maven.isAlive()) screen.println("Stopping…");
        tree.end();
    }

    private static int exitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
