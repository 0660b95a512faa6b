package parley.cluster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory, mounted at the data folder of a server, so that it can run full. */
public final class Disk {

    private static final String DEVICE = "parley-tests";
    private static final int MEGABYTE = 1 << 20;

    private final Path folder;
    private final String missing;

    private Disk(Path folder, String missing) {
        this.folder = folder;
        this.missing = missing;
    }

    /** Mounted there, unless {@link #missing} says why not; then the folder is an ordinary one. */
    public static Disk at(Path folder, int megabytes) {
        TestPaths.made(folder);
        var said = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", DEVICE, folder.toString());
        return new Disk(folder, said);
    }

    /** Why it could not be mounted, or null. */
    public String missing() {
        return missing;
    }

    /** Fills it to the last byte. */
    public void fill() {
        var piece = new byte[MEGABYTE];
        try (var ballast = Files.newOutputStream(ballast())) {
            while (true) ballast.write(piece);
        } catch (IOException full) {
            fillTheRest();
        }
    }

    private void fillTheRest() {
        try (var rest = Files.newOutputStream(folder.resolve("rest"))) {
            while (true) rest.write(new byte[4_096]);
        } catch (IOException full) {
            return; // this was the aim
        }
    }

    public void free() {
        try {
            Files.deleteIfExists(ballast());
            Files.deleteIfExists(folder.resolve("rest"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    public Path folder() {
        return folder;
    }

    public void unmount() {
        if (missing == null) run("umount", "-l", folder.toString());
    }

    /** Unmounts what a killed run left. */
    public static void unmountLeftOvers() {
        try {
            for (var line : Files.readAllLines(Path.of("/proc/mounts"))) {
                var parts = line.split(" ");
                if (parts[0].equals(DEVICE) && Path.of(parts[1]).startsWith(TestPaths.WORLD))
                    run("umount", "-l", parts[1]);
            }
        } catch (IOException noSuchFile) {
            return; // without this file nothing was mounted
        }
    }

    /** The output of a command that fails, or null. */
    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes());
            return process.waitFor() == 0 ? null : String.join(" ", command) + ": " + said.strip();
        } catch (IOException e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
