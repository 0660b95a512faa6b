package parley.cluster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The classes that a server loads, as the JVM lays them out in memory (class data sharing). A run of all tests starts
 * dozens of servers, and reading and verifying thousands of classes takes much of the processor time of each. Only used with
 * {@code -Dcluster.class-archive=FILE}, a path in the checkout: creating it takes half a minute, and a class that was
 * compiled later is read as usual.
 */
public final class ClassArchive {

    private static final System.Logger LOG = System.getLogger(ClassArchive.class.getName());
    private static final String PROPERTY = "cluster.class-archive";
    /** Liberty starts with an agent, with which the JVM uses an archive only with this diagnostic option. */
    private static final String WITH_AGENT = "-XX:+UnlockDiagnosticVMOptions -XX:+AllowArchivingWithJavaAgent";

    private ClassArchive() {}

    /** Options of the JVM of a server; empty if there is no archive. */
    static String options() {
        var file = file();
        return file != null && Files.exists(file) ? WITH_AGENT + " -Xlog:cds=off -XX:SharedArchiveFile=" + file : "";
    }

    /** Options of the JVM of a program that ends by itself: its first run writes an archive, which all later ones read. */
    public static List<String> ofShortRuns(String program) {
        var file = file();
        if (file == null) return List.of();
        return List.of(
                "-Xlog:disable",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + file.resolveSibling(program + ".jsa"));
    }

    static boolean isMissing() {
        return file() != null && !Files.exists(file());
    }

    /**
     * Creates the archive by a start of this server, unless it runs. If another process is creating the archive, this waits
     * for it: servers that start without the archive meanwhile would take longer.
     */
    static void createOnce(Node server) {
        if (server.isAlive()) return;
        var file = file();
        TestPaths.made(file.getParent());
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && isMissing()) create(server, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Node server, Path file) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        server.startWith(WITH_AGENT + " -Xlog:cds=off -XX:ArchiveClassesAtExit=" + part);
        server.awaitReady();
        server.end();
        if (Files.exists(part)) Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        else LOG.log(System.Logger.Level.WARNING, "The JVM wrote no class archive; servers start without it.");
    }

    private static Path file() {
        var wanted = System.getProperty(PROPERTY);
        return wanted == null ? null : TestPaths.ROOT.resolve(wanted);
    }
}
