package parley.bench.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.cluster.server.Node;
import parley.cluster.server.TestPaths;

/**
 * What a node holds after its garbage was collected.
 *
 * @param residentKib with what the collector keeps to spare, by which one node differs from another by chance
 * @param trimmedKib resident when it has given that back
 */
public record Memory(long residentKib, long trimmedKib, long heapKib) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern HEAP = Pattern.compile("heap.* used (\\d+)K");

    public static Memory of(Node node) {
        long pid = node.jvmPid();
        jcmd(pid, "GC.run");
        // References that the first collection cleared hold others, which the second one finds.
        jcmd(pid, "GC.run");
        long resident = resident(pid);
        jcmd(pid, "VM.set_flag", "MinHeapFreeRatio", "0");
        jcmd(pid, "VM.set_flag", "MaxHeapFreeRatio", "5");
        jcmd(pid, "GC.run");
        long trimmed = resident(pid);
        jcmd(pid, "VM.set_flag", "MaxHeapFreeRatio", "70"); // as they were
        jcmd(pid, "VM.set_flag", "MinHeapFreeRatio", "40");
        return new Memory(resident, trimmed, number(HEAP, jcmd(pid, "GC.heap_info")));
    }

    private static long resident(long pid) {
        try {
            return number(RESIDENT, Files.readString(Path.of("/proc/" + pid + "/status")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jcmd(long pid, String... command) {
        var line =
                new ArrayList<>(List.of(TestPaths.java().resolveSibling("jcmd").toString(), Long.toString(pid)));
        line.addAll(List.of(command));
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(line + ": " + said);
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException("no " + pattern + " in " + text);
        return Long.parseLong(found.group(1));
    }
}
