package parley.cluster.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The embedded child with one service, as a process of its own on a port that stays. */
public final class DevServiceProcess {

    private static final Pattern DATABASE_PID = Pattern.compile("pid\\.mariadbd=(\\d+)");

    private final String name;
    private final List<String> command;
    private ManagedProcess running;
    private long databasePid;

    public DevServiceProcess(String only, int kafkaPort, int dbPort) {
        this(only, only, kafkaPort, dbPort);
    }

    /** @param name of its folder and its log, where another has the service's own */
    public DevServiceProcess(String name, String only, int kafkaPort, int dbPort) {
        this.name = name;
        command = List.of(
                TestPaths.java().toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath(),
                "parley.devservices.services.EmbeddedServices",
                "--data",
                TestPaths.WORLD.resolve(name).toString(),
                "--only",
                only,
                "--kafka-port",
                Integer.toString(kafkaPort),
                "--db-port",
                Integer.toString(dbPort),
                "--program",
                TestPaths.MARIADB.toString(),
                "--restart",
                "false",
                "--leash",
                "true");
    }

    private static String classpath() {
        try {
            return Files.readString(TestPaths.built("dev-services/target/embedded.classpath"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        running = ManagedProcess.start(name, new ArrayList<>(command), Map.of(), null);
        var line = firstLine();
        if (line == null || !line.startsWith("READY"))
            throw new IllegalStateException("the embedded " + name + " says: " + line);
        var pid = DATABASE_PID.matcher(line);
        databasePid = pid.find() ? Long.parseLong(pid.group(1)) : 0;
    }

    private String firstLine() {
        try {
            return new BufferedReader(new InputStreamReader(running.process().getInputStream(), UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the database that it holds; 0 where it holds none. */
    long databasePid() {
        return databasePid;
    }

    public boolean isAlive() {
        return running != null
                && running.isAlive()
                && (databasePid == 0
                        || ProcessHandle.of(databasePid)
                                .filter(ProcessHandle::isAlive)
                                .isPresent());
    }

    /** SIGKILL to the service itself, and to the child that holds it. */
    public void kill() {
        if (databasePid != 0) ProcessHandle.of(databasePid).ifPresent(ProcessHandle::destroyForcibly);
        running.kill();
    }

    public void freeze() {
        running.freeze();
    }

    public void thaw() {
        running.thaw();
    }

    /** Lets go of the leash. Whether it ended by itself. */
    public boolean end() {
        if (running == null) return true;
        try {
            running.process().getOutputStream().close();
        } catch (IOException e) {
            running.kill();
        }
        return running.end(Duration.ofSeconds(10));
    }
}
