package parley.bench.profile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.function.Function;
import parley.bench.profile.Profile.Sample;
import parley.cluster.report.Report;
import parley.cluster.report.Table;

/** A profile as Markdown. */
final class ProfileReport {

    private static final int ROWS = 15;
    private static final String HEAD = """
            # %s, %,d messages

            %.1f s of CPU time, %,.0f bytes allocated per message. Shares of %,d CPU samples; %,d more had no stack. Work of the \
            JVM itself, such as compilation and garbage collection, is not included.

            """;

    private ProfileReport() {}

    static String of(String title, long messages, double cpuSeconds, double allocatedBytes, Profile profile) {
        double bytes = allocatedBytes / messages;
        var cpu = profile.cpu();
        return String.format(Locale.ROOT, HEAD, title, messages, cpuSeconds, bytes, cpu.size(), profile.withoutStack())
                + tables("CPU time", cpu, 0)
                + tables("Allocation", profile.allocation(), bytes)
                + table("Allocation by class", profile.allocation(), Sample::allocatedClass, bytes);
    }

    private static String tables(String what, List<Sample> samples, double bytes) {
        return table(what + " by component", samples, Sample::component, bytes)
                + table(what + " by library: the first frame outside the JDK", samples, Sample::library, bytes)
                + table(what + " by method", samples, Sample::method, bytes);
    }

    /** @param bytes per message of all samples, or 0 for CPU time */
    private static String table(String title, List<Sample> samples, Function<Sample, String> key, double bytes) {
        double total = samples.stream().mapToLong(Sample::amount).sum();
        var rows = samples.stream().collect(groupingBy(key, summingLong(Sample::amount))).entrySet().stream()
                .sorted(Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Entry::getKey))
                .limit(ROWS)
                .map(row ->
                        List.of(row.getKey(), percent(row.getValue() / total), bytes(row.getValue() / total * bytes)))
                .toList();
        var head = List.of("", "%", "bytes per message");
        return Report.markdown(new Table(title, head, rows)) + "\n";
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f", 100 * fraction);
    }

    private static String bytes(double value) {
        return value > 0 ? String.format(Locale.ROOT, "%,.0f", value) : "";
    }
}
