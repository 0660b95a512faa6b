package parley.cluster.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The broker and the database of {@code ./mvnw} in one process, on a given data folder. */
public final class DevServices extends ServerProcess {

    private final String name;
    private final Path data;
    private final int brokerPort = Ports.free();
    private final DatabaseAddress database = new DatabaseAddress(Ports.HOST, Ports.free(), "parley", "parley", "");

    /** @param name of its log file */
    public DevServices(String name, Path data) {
        this.name = name;
        this.data = data;
    }

    public String brokerAddress() {
        return Ports.HOST + ":" + brokerPort;
    }

    public DatabaseAddress databaseAddress() {
        return database;
    }

    @Override
    protected ManagedProcess launch() {
        var started = ManagedProcess.start(name, command(data, "both", brokerPort, database.port()), Map.of(), null);
        awaitStart(started);
        return started;
    }

    /** @param only broker, database or both */
    static List<String> command(Path data, String only, int brokerPort, int databasePort) {
        return List.of(
                TestPaths.java().toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                TestPaths.devServicesClasspath(),
                "parley.devservices.services.EmbeddedServices",
                "--data",
                data.toString(),
                "--only",
                only,
                "--kafka-port",
                Integer.toString(brokerPort),
                "--db-port",
                Integer.toString(databasePort),
                "--program",
                TestPaths.MARIADB.toString(),
                "--restart",
                "false",
                "--leash", // it ends when its standard input is closed, so also when the tests are killed
                "true");
    }

    /** Returns the line in which it says that it is ready. */
    static String awaitStart(ManagedProcess started) {
        var line = firstLine(started.process());
        if (line == null || !line.startsWith("READY"))
            throw new IllegalStateException("the embedded services printed: " + line);
        return line;
    }

    private static String firstLine(Process process) {
        try {
            return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isReady() {
        return database.isReachable();
    }

    @Override
    public String toString() {
        return name;
    }
}
