package parley.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import parley.cluster.server.Ports;

/** The name service of the servers: a hosts file that their JVMs read instead of the system's. */
public final class Names {

    static final String DATABASE = "parley-db.test";

    private final Path file;

    Names(Path file) {
        this.file = file;
        resolve();
    }

    /** All names resolve. The JDK caches an earlier failure for 10 s. */
    public void resolve() {
        write(List.of("localhost", hostname(), DATABASE));
    }

    /** The name of the database does not resolve. The servers cache it for one second. */
    public void forget() {
        write(List.of("localhost", hostname()));
    }

    /** JVM options that select this hosts file. */
    String options() {
        return "-Djdk.net.hosts.file=" + file + " -Dsun.net.inetaddr.ttl=1";
    }

    private void write(List<String> names) {
        var lines = names.stream()
                .distinct()
                .map(name -> Ports.HOST + " " + name + "\n")
                .collect(Collectors.joining());
        try {
            var written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), lines);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException unknown) {
            return "localhost";
        }
    }
}
