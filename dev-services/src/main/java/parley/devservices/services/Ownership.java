package parley.devservices.services;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Lets only one instance use a data folder: a file lock is held until its process ends. A file next to the lock records
 * the owner and, if the launcher holds its standard input, the launcher.
 */
final class Ownership {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final Console console;
    /** Never closed; released when the process exits. */
    private FileLock lock;

    private Ownership(DataFolder folder, Console console) {
        this.folder = folder;
        this.console = console;
    }

    static Ownership take(DataFolder folder, boolean leash, Console console) {
        var ownership = new Ownership(folder, console);
        try {
            ownership.lock();
            ownership.record(leash);
            return ownership;
        } catch (IOException e) {
            throw CannotStart.in(folder.root(), e);
        }
    }

    private void lock() throws IOException {
        var channel = FileChannel.open(folder.root().resolve("services.lock"), CREATE, WRITE);
        lock = channel.tryLock();
        if (lock != null) return;
        outliveLeftOver();
        lock = channel.tryLock();
        if (lock == null) throw inUse(ProcessRecord.read(ownerFile()));
    }

    private void outliveLeftOver() throws IOException {
        var lines = Files.isReadable(ownerFile()) ? Files.readAllLines(ownerFile()) : List.<String>of();
        var owner = lines.stream().findFirst().flatMap(ProcessRecord::parse);
        var launcher = lines.stream().skip(1).findFirst().flatMap(ProcessRecord::parse);
        if (owner.isEmpty() || launcher.isEmpty() || launcher.get().living().isPresent()) throw inUse(owner);
        console.progress("an earlier run (process " + owner.get().pid() + ") has lost its server and is ending…");
        if (!owner.get().gone(PATIENCE)) owner.get().end(PATIENCE);
    }

    private CannotStart inUse(Optional<ProcessRecord> owner) {
        return new CannotStart("The data folder " + folder.root() + " is in use by another Parley"
                + owner.map(o -> " (process " + o.pid() + ")").orElse("")
                + "; stop that one or choose another folder with PARLEY_DATA.");
    }

    private void record(boolean leash) throws IOException {
        var self = ProcessHandle.current();
        var launcher = leash ? self.parent().map(ProcessRecord::of) : Optional.<ProcessRecord>empty();
        Files.writeString(
                ownerFile(),
                ProcessRecord.of(self) + "\n" + launcher.map(l -> l + "\n").orElse(""));
    }

    private Path ownerFile() {
        return folder.root().resolve("services.pid");
    }
}
