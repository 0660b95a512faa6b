package parley.cluster.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Describes the machine of a run. */
public final class Machine {

    private Machine() {}

    public static String described() {
        return "%s, %d cores%s, %s %s (%s), Java %s"
                .formatted(
                        model(),
                        Runtime.getRuntime().availableProcessors(),
                        memory(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vendor.version", System.getProperty("java.version")));
    }

    private static String model() {
        return first("/proc/cpuinfo", "model name")
                .replaceFirst("^.*?:\\s*", "")
                .replaceFirst("^$", "unknown processor");
    }

    private static String memory() {
        var total = first("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return total.isEmpty() ? "" : ", %d GiB".formatted(Math.round(Long.parseLong(total) / 1024.0 / 1024.0));
    }

    private static String first(String file, String beginning) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(beginning)).findFirst().orElse("");
        } catch (IOException | java.io.UncheckedIOException otherSystem) {
            return "";
        }
    }
}
