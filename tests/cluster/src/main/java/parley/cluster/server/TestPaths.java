package parley.cluster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Folders and files of the build and of the tests. */
public final class TestPaths {

    public static final Path ROOT =
            Path.of(System.getProperty("root.dir", "../..")).toAbsolutePath().normalize();
    public static final Path TARGET = ROOT.resolve("tests/system/target");
    /** The data and the logs of the cluster: the system property {@code cluster.dir}, relative to the checkout. */
    public static final Path WORLD = ROOT.resolve(System.getProperty("cluster.dir", "tests/system/target/cluster-1"));
    /** Unpacked once, because it takes 366 MB. */
    static final Path MARIADB = ROOT.resolve("target/mariadb-program");

    private TestPaths() {}

    public static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renames a folder and replaces one that has the new name; does nothing if the folder does not exist. */
    static void move(Path folder, Path to) {
        if (!Files.exists(folder)) return;
        delete(to);
        try {
            Files.move(folder, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a file, or the files of a folder into another folder. */
    public static void copy(Path from, Path to) {
        try (var files = Files.walk(from, 1)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static String devServicesClasspath() {
        try {
            return Files.readString(built("dev-services/target/embedded.classpath"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of mariadb-dump, mariadb and mariadbd; exists once a test database was started. */
    public static Path databasePrograms() {
        try (var versions = Files.newDirectoryStream(MARIADB, "mariadb-*")) {
            for (var version : versions) return version.resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the database is not unpacked in " + MARIADB);
    }

    /** A file that the build creates. */
    public static Path built(String path) {
        return Release.CURRENT.built(path);
    }
}
