package parley.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The wall clock of one process, changed by libfaketime. */
public final class WallClock {

    private static final List<String> USUAL = List.of(
            "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
            "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
            "/usr/lib64/faketime/libfaketimeMT.so.1");

    private static final Pattern LEFT = Pattern.compile("(?:sem\\.)?faketime_(?:sem|shm)_(\\d+)");

    private final Path library;
    private final Path setting;

    WallClock(Path setting) {
        this.setting = setting;
        library = USUAL.stream().map(Path::of).filter(Files::exists).findFirst().orElse(null);
        move(Duration.ZERO);
    }

    /** Why it cannot be changed on this machine, or null. */
    public String missing() {
        return library == null ? "libfaketime is not installed (Debian: apt-get install libfaketime)" : null;
    }

    /** The process sees the change within two seconds. */
    public void move(Duration ahead) {
        try {
            var written = Files.writeString(
                    setting.resolveSibling(setting.getFileName() + ".new"), "%+d\n".formatted(ahead.toSeconds()));
            Files.move(written, setting, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the shared memory of killed processes. */
    static void forgetTheDead() {
        var shared = Path.of("/dev/shm");
        if (!Files.isDirectory(shared)) return;
        try (var files = Files.list(shared)) {
            for (var file : files.toList()) {
                var pid = LEFT.matcher(file.getFileName().toString());
                if (pid.matches()
                        && ProcessHandle.of(Long.parseLong(pid.group(1))).isEmpty()) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        if (library == null) return Map.of();
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", setting.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                // Only the wall clock changes. If libfaketime also adjusted timed waits, those of the JVM would return
                // at once, and it would spin.
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "NO_FAKE_STAT", "1");
    }
}
