package parley.devservices.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Stops the database of a killed run, which outlives its parent and holds port and data. */
final class LeftOverDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private LeftOverDatabase() {}

    static void end(DataFolder folder, Console console) {
        try {
            var left = recorded(folder).or(() -> namingOurData(folder));
            if (left.isEmpty()) return;
            console.progress("stopping a database that an earlier run left behind (process "
                    + left.get().pid() + ")…");
            left.get().end(PATIENCE);
            if (left.get().living().isPresent()) throw cannotEnd(left.get());
        } catch (IOException e) {
            throw CannotStart.in(folder.root(), e);
        }
    }

    private static Optional<ProcessRecord> recorded(DataFolder folder) throws IOException {
        return ProcessRecord.read(folder.databaseRecord())
                .filter(record -> record.living().isPresent());
    }

    /** A run that was killed during its start has recorded nothing except the pid that the database wrote itself. */
    private static Optional<ProcessRecord> namingOurData(DataFolder folder) {
        return pid(folder.databasePid())
                .flatMap(ProcessHandle::of)
                .filter(it -> it.info().commandLine().orElse("").contains("--datadir=" + folder.databaseData()))
                .map(ProcessRecord::of);
    }

    private static Optional<Long> pid(Path file) {
        try {
            if (!Files.isReadable(file)) return Optional.empty();
            return Optional.of(Files.readString(file).strip())
                    .filter(ProcessRecord::isNumber)
                    .map(Long::valueOf);
        } catch (IOException e) {
            throw CannotStart.in(file, e);
        }
    }

    private static CannotStart cannotEnd(ProcessRecord left) {
        return new CannotStart("The database of an earlier run (process " + left.pid()
                + ") does not end when asked; end it and start again.");
    }
}
