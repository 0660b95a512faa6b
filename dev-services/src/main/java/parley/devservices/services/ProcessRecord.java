package parley.devservices.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A recorded process. A pid alone may have been reused, so the start time and the program must match too.
 *
 * @param startedMs milliseconds of the epoch, 0 if unknown
 * @param program path of the executable, empty if unknown, as for a process that exited and is not yet reaped
 */
record ProcessRecord(long pid, long startedMs, String program) {

    /** The system computes a start from its boot time, which moves with the clock. */
    private static final long START_TOLERANCE_MS = 2_000;

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration EXIT_TIME = Duration.ofSeconds(1);

    static ProcessRecord of(ProcessHandle process) {
        var info = process.info();
        return new ProcessRecord(
                process.pid(),
                info.startInstant().map(i -> i.toEpochMilli()).orElse(0L),
                info.command().orElse(""));
    }

    static Optional<ProcessRecord> parse(String line) {
        var parts = line.strip().split(" ", 3);
        if (parts.length < 2 || !isNumber(parts[0]) || !isNumber(parts[1])) return Optional.empty();
        var program = parts.length == 3 ? parts[2] : "";
        return Optional.of(new ProcessRecord(Long.parseLong(parts[0]), Long.parseLong(parts[1]), program));
    }

    static Optional<ProcessRecord> read(Path file) throws IOException {
        if (!Files.isReadable(file)) return Optional.empty();
        return Files.readString(file).lines().findFirst().flatMap(ProcessRecord::parse);
    }

    static boolean isNumber(String text) {
        return text.matches("\\d{1,18}");
    }

    /** The recorded process, if it is still running. */
    Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> agrees(of(process)));
    }

    private boolean agrees(ProcessRecord now) {
        return !now.program.isEmpty()
                && program.equals(now.program)
                && Math.abs(startedMs - now.startedMs) <= START_TOLERANCE_MS;
    }

    /** Terminates the process, and kills it if it does not exit in time. */
    void end(Duration patience) {
        living().ifPresent(ProcessHandle::destroy);
        if (!gone(patience)) {
            living().ifPresent(ProcessHandle::destroyForcibly);
            gone(patience);
        }
    }

    /** Waits for the process to exit. A process that exited and is not reaped counts as gone. */
    boolean gone(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        var process = living();
        while (process.isPresent() && System.nanoTime() < deadline) {
            awaitExit(process.get(), SHORT);
            process = living();
        }
        // An exiting process loses its program first, then its locks and ports, and its pid when it is reaped.
        if (process.isEmpty()) ProcessHandle.of(pid).ifPresent(dying -> awaitExit(dying, EXIT_TIME));
        return process.isEmpty();
    }

    private static void awaitExit(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(
                    "The wait for the end of process " + process.pid() + " was interrupted; start again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for process " + process.pid(), e);
        }
    }

    @Override
    public String toString() {
        return pid + " " + startedMs + " " + program;
    }
}
