package parley.faults.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.byteman.agent.Main;
import parley.cluster.server.Node;
import parley.cluster.server.TestPaths;

/** The crash points of one server. */
public final class CrashAgent {

    private final Path folder;

    private CrashAgent(String server) {
        folder = TestPaths.made(TestPaths.WORLD.resolve("crash").resolve(server));
    }

    public static CrashAgent of(Node server) {
        return new CrashAgent(server.toString());
    }

    /** The environment with which the server must be started, so that it has the crash points. */
    public static Map<String, String> environment(String server) {
        return new CrashAgent(server).environment();
    }

    private Map<String, String> environment() {
        var rules = Stream.of(CrashPoint.values())
                .map(point -> point.rule(armed(point).toString()))
                .collect(Collectors.joining("\n"));
        try {
            var script = Files.writeString(folder.resolve("crash.btm"), rules);
            return Map.of("JVM_ARGS", "-javaagent:%s=script:%s,boot:%s".formatted(byteman(), script, byteman()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path byteman() {
        return Path.of(URI.create(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** Makes the agent's classes visible to the server's, whose class loaders hide them by default. */
    public static void letIn(Node server) {
        try {
            Files.writeString(
                    server.server().resolve("bootstrap.properties"),
                    "org.osgi.framework.bootdelegation=org.jboss.byteman.*\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next thread that reaches the point ends the process. */
    public void arm(CrashPoint point) {
        try {
            Files.createFile(armed(point));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether it was still armed, so that nothing has reached it */
    public boolean disarm(CrashPoint point) {
        try {
            return Files.deleteIfExists(armed(point));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path armed(CrashPoint point) {
        return folder.resolve(point.name());
    }
}
