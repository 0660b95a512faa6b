package parley.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import parley.cli.terminal.CliFailure;

/**
 * Reads a dump while it passes: the positions in the log, the version of the server, the place in the binary log, and
 * whether the dump is complete. The positions come from the dump itself, so they belong to the same snapshot.
 */
final class DumpScanner {

    /** No line that matters is longer, and most others are. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final String POSITIONS = "INSERT INTO `log_position` (";

    private static final Pattern BEGIN = Pattern.compile("INSERT INTO `log_position` \\(([^)]*)\\) VALUES(.*)");
    private static final Pattern ROW = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern SERVER = Pattern.compile("-- Server version\\s+(\\S+)");
    private static final Pattern BINARY_LOG =
            Pattern.compile("-- CHANGE .*_LOG_FILE='([^']+)', \\w+_LOG_POS=([0-9]+);.*");

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<PartitionPosition> positions = new ArrayList<>();
    private boolean isSkipped;
    private List<String> columns;
    private String serverVersion = "unknown";
    private String binaryLog;
    private boolean isComplete;

    void accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') endLine();
            else if (!isSkipped) write(bytes[i]);
        }
    }

    /** Nearly all of a dump are rows of messages, which are not kept. */
    private void write(byte next) {
        line.write(next);
        if (line.size() == POSITIONS.length() && columns == null) {
            var begin = line.toString(UTF_8);
            isSkipped = !begin.equals(POSITIONS) && !begin.startsWith("-- ");
        }
        isSkipped |= line.size() == LONGEST_LINE;
    }

    private void endLine() {
        if (line.size() > 0 && !isSkipped) take(line.toString(UTF_8));
        line.reset();
        isSkipped = false;
    }

    private void take(String text) {
        if (columns != null) {
            rows(text);
            return;
        }
        if (text.startsWith("-- ")) comment(text);
        var begin = BEGIN.matcher(text);
        if (!begin.matches()) return;
        columns = List.of(begin.group(1).replaceAll("[` ]", "").split(","));
        rows(begin.group(2));
    }

    private void comment(String text) {
        isComplete |= text.startsWith("-- Dump completed");
        var server = SERVER.matcher(text);
        if (server.matches()) serverVersion = server.group(1);
        var place = BINARY_LOG.matcher(text);
        if (place.matches()) binaryLog = place.group(1) + ":" + place.group(2);
    }

    private void rows(String text) {
        ROW.matcher(text).results().forEach(row -> positions.add(position(row.group(1))));
        if (text.stripTrailing().endsWith(";")) columns = null;
    }

    private PartitionPosition position(String row) {
        var values = List.of(row.replace("'", "").split(","));
        return new PartitionPosition(
                Integer.parseInt(value(values, "log_partition")),
                value(values, "topic_id"),
                Integer.parseInt(value(values, "epoch")),
                Long.parseLong(value(values, "next_offset")));
    }

    private String value(List<String> values, String column) {
        int at = columns.indexOf(column);
        if (at < 0 || values.size() != columns.size())
            throw CliFailure.failed("the dump has rows of log_position that cannot be read");
        return values.get(at).strip();
    }

    List<PartitionPosition> positions() {
        return positions.stream()
                .sorted(Comparator.comparingInt(PartitionPosition::partition))
                .toList();
    }

    String serverVersion() {
        return serverVersion;
    }

    /** {@code file:position}; null if the dump does not say it. */
    String binaryLog() {
        return binaryLog;
    }

    /** Whether the program wrote its last line. */
    boolean isComplete() {
        return isComplete;
    }
}
