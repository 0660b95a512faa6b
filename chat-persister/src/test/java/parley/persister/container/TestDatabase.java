package parley.persister.container;

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
public class TestDatabase implements LauncherSessionListener {

    private Process process;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        var port = System.getProperty("it.db.port");
        if (port == null) return;
        try {
            process = start(Path.of(System.getProperty("root.dir")), port);
            var status = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (status == null || !status.startsWith("READY"))
                throw new IllegalStateException("the database did not start: " + status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(Path root, String port) throws IOException {
        var target = root.resolve("chat-persister/target");
        var classpath = Files.readString(root.resolve("dev-services/target/embedded.classpath"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classpath.strip(),
                        "parley.devservices.services.EmbeddedServices",
                        "--data",
                        target.resolve("it-database").toString(),
                        "--only",
                        "database",
                        "--db-port",
                        port,
                        "--program",
                        root.resolve("target/mariadb-program").toString())
                .redirectError(target.resolve("it-database.log").toFile())
                .start();
    }

    /** The database exits when its standard input is closed. */
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (process == null) return;
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
