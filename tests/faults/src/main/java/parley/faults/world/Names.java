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

/** The name service of the servers: a file that their virtual machines read in place of the system's (FW-6). */
public final class Names {

    static final String DATABASE = "parley-db.test";

    private final Path file;

    Names(Path file) {
        this.file = file;
        resolve();
    }

    /** All names are known. A server that was told otherwise keeps that for the JDK's 10 s. */
    public void resolve() {
        write(List.of("localhost", hostname(), DATABASE));
    }

    /** The database's name is not known. A server sees it as soon as it asks: it keeps no answer longer than a second. */
    public void forget() {
        write(List.of("localhost", hostname()));
    }

    /** Options of a virtual machine that takes its names from here. */
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
