package parley.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DumpScannerTest {

    private static final String COLUMNS = "(`log_partition`, `topic_id`, `epoch`, `next_offset`)";

    @Test
    void positions_are_read_from_one_line_and_from_several() {
        var oneLine = "INSERT INTO `log_position` " + COLUMNS + " VALUES (0,'p8f-_w',1,42),(1,'p8f-_w',1,7);\n";
        var severalLines = "INSERT INTO `log_position` " + COLUMNS + " VALUES\n(0,'p8f-_w',1,42),\n(1,'p8f-_w',1,7);\n";
        for (var dump : new String[] {oneLine, severalLines})
            assertThat(scanned(dump).positions())
                    .containsExactly(
                            new PartitionPosition(0, "p8f-_w", 1, 42), new PartitionPosition(1, "p8f-_w", 1, 7));
    }

    @Test
    void columns_are_found_by_name() {
        var dump =
                "INSERT INTO `log_position` (`epoch`, `next_offset`, `log_partition`, `topic_id`) VALUES (1,42,0,'x');\n";
        assertThat(scanned(dump).positions()).containsExactly(new PartitionPosition(0, "x", 1, 42));
    }

    @Test
    void a_message_that_looks_like_a_position_is_none() {
        var body = "INSERT INTO `log_position` " + COLUMNS + " VALUES (0,\\'x\\',9,9);";
        var dump = "INSERT INTO `message` (`body`) VALUES ('" + body + "');\n"
                + "INSERT INTO `message` (`body`) VALUES ('" + "x".repeat(100_000) + "');\n";
        assertThat(scanned(dump).positions()).isEmpty();
    }

    @Test
    void it_knows_the_server_the_binary_log_and_the_end() {
        var scanner = scanned("""
                -- Server version\t11.4.5-MariaDB
                -- CHANGE MASTER TO MASTER_LOG_FILE='binlog.000003', MASTER_LOG_POS=1547;
                -- Dump completed on 2026-03-01 10:15:30
                """);
        assertThat(scanner.serverVersion()).isEqualTo("11.4.5-MariaDB");
        assertThat(scanner.binaryLog()).isEqualTo("binlog.000003:1547");
        assertThat(scanner.isComplete()).isTrue();
        assertThat(scanned("-- Server version\t9.7.0\n").isComplete()).isFalse();
    }

    /** In parts that end anywhere, as they come from a process. */
    private static DumpScanner scanned(String dump) {
        var scanner = new DumpScanner();
        var bytes = dump.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i += 7) {
            var part = java.util.Arrays.copyOfRange(bytes, i, Math.min(i + 7, bytes.length));
            scanner.accept(part, part.length);
        }
        return scanner;
    }
}
