package parley.bench.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import parley.cluster.server.Node;
import parley.cluster.server.TestPaths;

/** Memory of a node after garbage collection. Resident memory includes heap that the collector keeps free. */
public record Memory(long residentKib, long heapKib) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern HEAP = Pattern.compile("heap.* used (\\d+)K");

    public static Memory of(Node node) throws IOException {
        long pid = node.jvmPid();
        jcmd(pid, "GC.run");
        // The first collection clears references to objects that only the second one can collect.
        jcmd(pid, "GC.run");
        long resident = number(RESIDENT, Files.readString(Path.of("/proc/" + pid + "/status")));
        return new Memory(resident, number(HEAP, jcmd(pid, "GC.heap_info")));
    }

    private static String jcmd(long pid, String command) throws IOException {
        var line = List.of(TestPaths.java().resolveSibling("jcmd").toString(), Long.toString(pid), command);
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int status = process.onExit().join().exitValue();
        if (status != 0) throw new IllegalStateException(line + ": " + output);
        return output;
    }

    private static long number(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) throw new IllegalStateException("no " + pattern + " in " + text);
        return Long.parseLong(matcher.group(1));
    }
}
