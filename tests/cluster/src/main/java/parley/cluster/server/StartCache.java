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
 * What makes the start of a server cheap: the classes that it loads, as the JVM lays them out in memory (class data
 * sharing), and the work area of a server that has ended, in which Open Liberty keeps resolved features and scanned
 * archives. A run of all tests starts dozens of servers, most of them for the first time. Only used with
 * {@code -Dcluster.start-cache=FOLDER}, a path in the checkout: filling it takes half a minute. What was compiled later is
 * read as usual.
 */
public final class StartCache {

    private static final System.Logger LOG = System.getLogger(StartCache.class.getName());
    private static final String PROPERTY = "cluster.start-cache";
    private static final String WORK_AREA = "workarea";
    /** Liberty starts with an agent, with which the JVM uses an archive only with this diagnostic option. */
    private static final String WITH_AGENT = "-XX:+UnlockDiagnosticVMOptions -XX:+AllowArchivingWithJavaAgent";

    private StartCache() {}

    /** Options of the JVM of a server; empty if there is no cache. */
    static String options() {
        return isWanted() && !isMissing() ? WITH_AGENT + " -Xlog:cds=off -XX:SharedArchiveFile=" + classes() : "";
    }

    /** Gives a server that has never run the work area. */
    static void prepare(Path server) {
        var own = server.resolve(WORK_AREA);
        if (!isWanted() || isMissing() || Files.exists(own)) return;
        var cached = folder().resolve(WORK_AREA);
        try (var files = Files.walk(cached)) {
            for (var file : files.toList()) Files.copy(file, own.resolve(cached.relativize(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options of the JVM of a program that ends by itself: its first run writes an archive, which all later ones read. */
    public static List<String> ofShortRuns(String program) {
        return isWanted()
                ? List.of(
                        "-Xlog:disable",
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + folder().resolve(program + ".jsa"))
                : List.of();
    }

    static boolean isWanted() {
        return System.getProperty(PROPERTY) != null;
    }

    static boolean isMissing() {
        return !Files.exists(classes());
    }

    /**
     * Fills the cache by a start of this server, unless it runs. If another process is filling it, this waits for it:
     * servers that start without the cache meanwhile would take longer.
     */
    static void fillOnce(Node server) {
        if (server.isAlive()) return;
        TestPaths.made(folder());
        var lock = folder().resolve("lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && isMissing()) fill(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Node server) throws IOException {
        var part = folder().resolve("classes.part");
        server.startWith(WITH_AGENT + " -Xlog:cds=off -XX:ArchiveClassesAtExit=" + part);
        server.awaitReady();
        server.end();
        if (!Files.exists(part)) {
            LOG.log(System.Logger.Level.WARNING, "The JVM wrote no class archive; servers start without the cache.");
            return;
        }
        TestPaths.move(server.server().resolve(WORK_AREA), folder().resolve(WORK_AREA));
        Files.move(part, classes(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path classes() {
        return folder().resolve("classes.jsa");
    }

    private static Path folder() {
        return TestPaths.ROOT.resolve(System.getProperty(PROPERTY));
    }
}
