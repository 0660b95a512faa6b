package parley.cluster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A child process whose pid is recorded, so that the next run can kill what a killed run left. */
public final class ManagedProcess {

    private final Process process;
    private final Path record;

    private ManagedProcess(Process process, Path record) {
        this.process = process;
        this.record = record;
    }

    /** @param log the file to which its output is appended; null if the caller reads its standard output */
    public static ManagedProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(command)
                .directory(TestPaths.made(TestPaths.WORLD).toFile());
        builder.environment().keySet().removeIf(ManagedProcess::isParleys);
        builder.environment().putAll(environment);
        var errors = TestPaths.made(TestPaths.WORLD.resolve("logs"))
                .resolve(name + ".log")
                .toFile();
        if (log != null)
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        else builder.redirectError(ProcessBuilder.Redirect.appendTo(errors));
        try {
            var process = builder.start();
            var record = TestPaths.made(TestPaths.WORLD.resolve("pids")).resolve(name);
            Files.writeString(record, process.pid() + " " + startOf(process.toHandle()));
            return new ManagedProcess(process, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isParleys(String variable) {
        return Stream.of("PARLEY_", "KAFKA_", "DB_", "HTTP_PORT", "WLP_", "JVM_ARGS")
                .anyMatch(variable::startsWith);
    }

    /** Kills the processes that a killed run left. */
    public static void endLeftOvers() {
        var records = TestPaths.WORLD.resolve("pids");
        if (!Files.isDirectory(records)) return;
        try (var files = Files.list(records)) {
            for (var file : files.toList()) {
                var parts = Files.readString(file).split(" ");
                ProcessHandle.of(Long.parseLong(parts[0]))
                        .filter(left -> startOf(left).equals(parts[1]))
                        .ifPresent(ManagedProcess::killTree);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Long.toString(start.toEpochMilli()))
                .orElse("0");
    }

    private static void killTree(ProcessHandle process) {
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    public Process process() {
        return process;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL, also to its child processes. */
    public void kill() {
        killTree(process.toHandle());
        gone(Duration.ofSeconds(20));
    }

    /** SIGTERM, and SIGKILL after {@code patience}. Returns whether SIGTERM was enough. */
    public boolean end(Duration patience) {
        process.destroy();
        if (gone(patience)) return true;
        kill();
        return false;
    }

    /** SIGSTOP, also to its child processes. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        var command = new ArrayList<>(List.of("kill", signal, Long.toString(process.pid())));
        process.descendants().forEach(child -> command.add(Long.toString(child.pid())));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean gone(Duration patience) {
        try {
            boolean gone = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (gone) Files.deleteIfExists(record);
            return gone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
