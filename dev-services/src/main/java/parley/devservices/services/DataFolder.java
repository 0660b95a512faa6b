package parley.devservices.services;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder that contains all persistent data. */
record DataFolder(Path root) {

    private static final long MEGABYTE = 1_000_000;

    static DataFolder at(Path root) {
        try {
            Files.createDirectories(root);
            var folder = new DataFolder(root.toRealPath());
            if (!Files.isWritable(folder.root)) throw CannotStart.unwritable(folder.root, null);
            Files.createDirectories(folder.kafka());
            Files.createDirectories(folder.mariadb());
            Files.createDirectories(folder.temporary());
            return folder;
        } catch (IOException e) {
            throw CannotStart.in(root, e);
        }
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path mariadb() {
        return root.resolve("mariadb");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path brokerData() {
        return kafka().resolve("data");
    }

    Path brokerLog() {
        return kafka().resolve("broker.log");
    }

    Path databaseData() {
        return mariadb().resolve("data");
    }

    Path databaseLog() {
        return mariadb().resolve("mariadb.err");
    }

    /** The pid, written by the database itself. */
    Path databasePid() {
        return mariadb().resolve("mariadbd.pid");
    }

    /** The {@link ProcessRecord}, written once the database is running. */
    Path databaseRecord() {
        return mariadb().resolve("mariadbd.process");
    }

    /**
     * Creates a folder completely or not at all: it is filled under a temporary name and then renamed. If two processes
     * need the same folder, one of them waits for the other.
     */
    void makeWhole(Path target, Filling filling) throws IOException {
        var parent = target.getParent();
        Files.createDirectories(parent);
        var lock = parent.resolve("." + target.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (Files.isDirectory(target)) return;
            discardUnfinished(target);
            var unfinished = Files.createTempDirectory(parent, target.getFileName() + ".unfinished-");
            filling.fill(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    void requireSpace(Path place, long megabytes) throws IOException {
        Files.createDirectories(place);
        long free = Files.getFileStore(place).getUsableSpace() / MEGABYTE;
        if (free >= megabytes) return;
        throw new CannotStart("Only " + free + " MB are free on the disk of " + place + ", and " + megabytes
                + " MB are needed; free some space or choose another folder with PARLEY_DATA.");
    }

    @FunctionalInterface
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    private static void discardUnfinished(Path target) throws IOException {
        try (var left = Files.newDirectoryStream(target.getParent(), target.getFileName() + ".unfinished-*")) {
            for (var folder : left) delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
