package parley.domain.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Runs a database next to the container, on the port that the build reserved; does nothing in unit tests. */
public class RealDatabase implements LauncherSessionListener {

    private Process child;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        var port = System.getProperty("it.db.port");
        if (port == null) return;
        try {
            child = start(port);
            var says = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (says == null || !says.startsWith("READY")) throw new IllegalStateException("no database: " + says);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(String port) throws IOException {
        var root = Path.of(System.getProperty("root.dir"));
        var here = root.resolve("chat-ejb/target");
        var classpath = Files.readString(root.resolve("dev-services/target/embedded.classpath"))
                .strip();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classpath,
                        "parley.devservices.services.EmbeddedServices",
                        "--data",
                        here.resolve("it-database").toString(),
                        "--only",
                        "database",
                        "--db-port",
                        port,
                        "--program",
                        root.resolve("target/mariadb-program").toString())
                .redirectError(here.resolve("it-database.log").toFile())
                .start();
    }

    /** The database exits when its standard input is closed. */
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (child == null) return;
        try {
            child.getOutputStream().close();
            child.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
