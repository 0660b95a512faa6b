package parley.devservices.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Checks the requirements of the machine; a problem is one sentence that says what to do. */
record MachineCheck(Path root, Path data, int port) {

    private static final long MEGABYTES_FOR_THE_FIRST_START = 2_000;
    private static final long MEGABYTES_TO_START = 300;
    private static final int OLDEST_NODE = 2019;

    Optional<String> problem() {
        return nodeProblem().or(this::portProblem).or(this::diskProblem).or(this::dataProblem);
    }

    private static Optional<String> nodeProblem() {
        try {
            var node = new ProcessBuilder("node", "--version").start();
            return nodeProblem(new String(node.getInputStream().readAllBytes()).strip());
        } catch (IOException notFound) {
            return Optional.of("Parley needs Node 20.19 or newer, and there is no node on the PATH: install it.");
        }
    }

    static Optional<String> nodeProblem(String version) {
        var parts = version.replaceFirst("^v", "").split("\\.");
        if (parts.length >= 2 && Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]) >= OLDEST_NODE)
            return Optional.empty();
        return Optional.of("Parley needs Node 20.19 or newer, and this is " + version + ": install a newer one.");
    }

    private Optional<String> portProblem() {
        try (var free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return Optional.empty();
        } catch (IOException taken) {
            return Optional.of("Port " + port + " is in use: stop the program that uses it, or set HTTP_PORT to another"
                    + " port.");
        }
    }

    private Optional<String> diskProblem() {
        boolean first = !Files.isDirectory(root.resolve("target/liberty/wlp"));
        long needed = first ? MEGABYTES_FOR_THE_FIRST_START : MEGABYTES_TO_START;
        try {
            long free = Files.getFileStore(root).getUsableSpace() >> 20;
            if (free >= needed) return Optional.empty();
            return Optional.of("Parley needs " + needed + " MB of free disk space in " + root + ", and " + free
                    + " MB are left: free some space.");
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private Optional<String> dataProblem() {
        try {
            Files.createDirectories(data);
            if (Files.isWritable(data)) return Optional.empty();
        } catch (IOException notCreated) {
            // Reported below.
        }
        return Optional.of("Parley cannot write to its data folder " + data
                + ": change its permissions, or set PARLEY_DATA to another folder.");
    }
}
