package parley.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.cluster.server.Eventually;
import parley.cluster.server.ManagedProcess;
import parley.cluster.server.Ports;
import parley.cluster.server.ServerProcess;
import parley.cluster.server.TestPaths;

/** A process of the server package with the environment files of docs/deploy.md, as its systemd unit starts it. */
class PackagedNode extends ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final String name;
    private final ServerPackage installed;
    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final Path folder;
    private final List<String> files = new ArrayList<>();

    /**
     * @param configuration the folder of the installation's environment files; its name is the installation's
     * @param here what differs on this machine from what the page says, such as addresses
     */
    PackagedNode(String name, ServerPackage installed, Path configuration, Map<String, String> here) {
        this.name = name;
        this.installed = installed;
        folder = TestPaths.made(configuration.resolve(name));
        var page = DeployPage.environmentFiles();
        for (var file : List.of("common.env", name + ".env")) files.add(write(file, page.get(file)));
        var changes = new TreeMap<>(here);
        changes.put("HTTP_PORT", Integer.toString(port));
        changes.put("MANAGEMENT_PORT", Integer.toString(managementPort));
        files.add(write(
                "here.env",
                changes.entrySet().stream()
                        .map(change -> change.getKey() + "=" + change.getValue())
                        .collect(Collectors.joining("\n"))));
    }

    private String write(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text + "\n").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment files, of which later ones win. */
    List<String> files() {
        return files;
    }

    private List<String> parley(String... command) {
        return Stream.of(Stream.of(installed.file("bin/parley").toString()), Stream.of(command), files.stream())
                .flatMap(part -> part)
                .toList();
    }

    @Override
    protected ManagedProcess launch() {
        return ManagedProcess.start(label(), parley("run"), systemd(), log());
    }

    /** What systemd sets for the directories of the unit. */
    private Map<String, String> systemd() {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "STATE_DIRECTORY", TestPaths.made(folder.resolve("state")).toString(),
                "LOGS_DIRECTORY", TestPaths.made(folder.resolve("logs")).toString(),
                "CACHE_DIRECTORY", TestPaths.made(folder.resolve("cache")).toString());
    }

    private String label() {
        return "deploy-" + folder.getParent().getFileName() + "-" + name;
    }

    Path log() {
        return TestPaths.made(TestPaths.WORLD.resolve("logs")).resolve(label() + ".log");
    }

    @Override
    public void awaitReady() {
        Eventually.holds(PATIENCE, () -> {
            if (!isAlive()) throw new Error(name + " has ended; its log is " + log()); // ends the waiting
            if (isReady()) return;
            Eventually.pause(Duration.ofSeconds(1)); // each question is a process
            throw new AssertionError(name + " is not ready; its log is " + log());
        });
    }

    /** As {@code parley health} says. */
    @Override
    public boolean isReady() {
        var health =
                ManagedProcess.start(label() + "-health", parley("health"), Map.of(), folder.resolve("health.log"));
        try {
            return health.process().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs a command of the administrator with the node's environment files as its last arguments; returns its output. */
    String administer(String... command) throws IOException, InterruptedException {
        var output = folder.resolve("command.log");
        Files.deleteIfExists(output);
        var status = ManagedProcess.start(label() + "-command", parley(command), systemd(), output)
                .process()
                .waitFor();
        var said = Files.readString(output);
        if (status != 0) throw new AssertionError(String.join(" ", command) + " ended with " + status + ": " + said);
        return said;
    }

    int port() {
        return port;
    }

    /** The open sockets of a chat node, from its management port. */
    long sockets() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://" + Ports.HOST + ":" + managementPort + "/metrics"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("parley_sockets{"))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
