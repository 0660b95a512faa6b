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
 * A process as it was written down: a pid alone may have passed to a stranger, so the start and the program must agree.
 *
 * @param startedMs milliseconds of the epoch, 0 where the system does not tell
 * @param program path of the executable, empty where the system does not tell, as of a dead process not yet reaped
 */
record ProcessRecord(long pid, long startedMs, String program) {

    /** The system computes a start from its boot time, which moves with the clock. */
    private static final long START_TOLERANCE_MS = 2_000;

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG_ENOUGH_TO_DIE = Duration.ofSeconds(1);

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

    /** The very process that was written down, if it still lives. */
    Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> agrees(of(process)));
    }

    private boolean agrees(ProcessRecord now) {
        return !now.program.isEmpty()
                && program.equals(now.program)
                && Math.abs(startedMs - now.startedMs) <= START_TOLERANCE_MS;
    }

    /** Asks it to end, waits, and ends it by force if it does not listen. */
    void end(Duration patience) {
        living().ifPresent(ProcessHandle::destroy);
        if (!gone(patience)) {
            living().ifPresent(ProcessHandle::destroyForcibly);
            gone(patience);
        }
    }

    /** Waits for its end. A dead process that nobody reaps counts as gone. */
    boolean gone(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        var process = living();
        while (process.isPresent() && System.nanoTime() < deadline) {
            awaitExit(process.get(), SHORT);
            process = living();
        }
        // A dying process loses its program first, its locks and ports a little later, and its pid when it is reaped.
        if (process.isEmpty()) ProcessHandle.of(pid).ifPresent(dying -> awaitExit(dying, LONG_ENOUGH_TO_DIE));
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
