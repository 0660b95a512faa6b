package parley.system.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.server.DatabaseAddress;
import parley.cluster.server.Rows;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;

/**
 * Every migration on tables with many rows, while the persister of the first version goes on writing. Each change of a
 * table is one that the database makes while others write. Writes target/migrations.md.
 */
@Tag("long")
class MigrationIT {

    private static final int MESSAGES = Integer.getInteger("migration.messages", 500_000);
    private static final Path FOLDER = TestPaths.ROOT.resolve("chat-ejb/src/main/resources/db/migration");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__(\\w+)[.]sql");
    private static final Pattern CHANGE = Pattern.compile("(ALTER TABLE|CREATE INDEX \\w+ ON) (\\w+)");

    private static final List<String> FIGURES = new ArrayList<>();

    private record Migration(int version, String name, List<String> statements) {

        static Migration read(Path file) {
            var name = VERSION.matcher(file.getFileName().toString());
            assertThat(name.matches()).as(file.toString()).isTrue();
            try {
                var sql = Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("--"))
                        .collect(Collectors.joining("\n"));
                var statements = Arrays.stream(sql.split(";\\s*(\n|$)"))
                        .map(String::strip)
                        .filter(statement -> !statement.isEmpty())
                        .toList();
                return new Migration(Integer.parseInt(name.group(1)), name.group(2), statements);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterAll
    static void report() throws IOException {
        Files.write(TestPaths.TARGET.resolve("migrations.md"), FIGURES);
        FIGURES.forEach(System.out::println);
    }

    @Test
    void messages_are_stored_during_every_migration_on_mariadb() throws Exception {
        var services = TestCluster.builder()
                .prefix("migrated-")
                .chats()
                .persisters()
                .withoutProxies()
                .build();
        try (services) {
            services.database().comeBack();
            migrate("MariaDB", services.database().address());
        }
    }

    @Test
    void messages_are_stored_during_every_migration_on_mysql() throws Exception {
        assumeTrue(GenuineMySql.isInstalled(), "DIR=target/genuine-mysql .ci/genuine-mysql.sh install");
        try (var mysql = new GenuineMySql("migrated-mysql")) {
            mysql.createDatabase();
            migrate("MySQL", mysql.address());
        }
    }

    private static void migrate(String server, DatabaseAddress database) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var writer = new MessageWriter(database, MESSAGES)) {
            var migrations = migrations();
            for (var sql : migrations.getFirst().statements()) statement.execute(sql);
            fill(connection);
            writer.start();
            for (var migration : migrations.subList(1, migrations.size())) {
                writer.forget();
                long began = System.nanoTime();
                for (var sql : migration.statements()) {
                    blocksNobody(connection, sql);
                    statement.execute(sql);
                }
                FIGURES.add("%s, %d messages, V%d %s: %.1f s, meanwhile %d messages written, the longest in %d ms"
                        .formatted(
                                server,
                                MESSAGES,
                                migration.version(),
                                migration.name().replace('_', ' '),
                                (System.nanoTime() - began) / 1e9,
                                writer.written(),
                                writer.longestMillis()));
            }
            writer.stop();
            assertThat(new Rows(database).select("SELECT COUNT(*) FROM message"))
                    .as("every message, also those written meanwhile")
                    .containsExactly(List.of((long) MESSAGES + writer.total()));
        }
    }

    private static List<Migration> migrations() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(Migration::read)
                    .sorted(Comparator.comparingInt(Migration::version))
                    .toList();
        }
    }

    /** What a group of conversations has, with edits and revokes. */
    private static void fill(Connection connection) throws SQLException {
        var digits =
                "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                        + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE number (n BIGINT NOT NULL PRIMARY KEY)");
            statement.execute(
                    "INSERT INTO number SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d FROM %1$s a, %1$s b, %1$s c, %1$s e"
                            .formatted(digits));
            statement.execute("INSERT INTO conversation (kind, title, last_at, created_at)"
                    + " SELECT 'group', CONCAT('group ', n), '2026-01-01', '2026-01-01' FROM number WHERE n < 1000");
            statement.execute("INSERT INTO membership (conversation_id, user_id, role, version)"
                    + " SELECT c.n + 1, u.n + 1, 'member', 1 FROM number c, number u WHERE c.n < 1000 AND u.n < 50");
            statement.execute("INSERT INTO app_user (username, display_name, password_hash, created_at)"
                    + " SELECT CONCAT('user.', n), CONCAT('User ', n), '', '2026-01-01' FROM number");
            // Ten thousand at a time, in the order of the primary key.
            for (int from = 0; from < MESSAGES; from += 10_000) {
                statement.execute(
                        ("INSERT INTO message (conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state,"
                                        + " body, ts) SELECT (n + %1$d) DIV 500 + 1, n + %1$d, n %% 50 + 1, UNHEX(LPAD(HEX(n + %1$d), 32, '0')),"
                                        + " n + %1$d, n %% 12, n + %1$d, 0, REPEAT('a few words ', 10), '2026-01-01'"
                                        + " FROM number WHERE n + %1$d < %2$d")
                                .formatted(from, MESSAGES));
            }
            statement.execute(
                    "INSERT INTO message_event (conversation_id, at, target, kind, actor_id, cid, log_partition,"
                            + " log_offset, shown, body, ts) SELECT conversation_id, pos + 1000000000, pos,"
                            + " IF(pos % 100 = 0, 'revoked', 'edited'), sender_id, cid, log_partition, log_offset, 1, 'other words', ts"
                            + " FROM message WHERE pos % 10 = 0");
            statement.execute("DROP TABLE number");
        }
    }

    /** A change of a table is tried on an empty copy with the clause that refuses everything else. */
    private static void blocksNobody(Connection connection, String sql) throws SQLException {
        var change = CHANGE.matcher(sql);
        if (!change.lookingAt()) return;
        boolean isAlter = change.group(1).startsWith("ALTER");
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE empty_copy LIKE " + change.group(2));
            var onCopy = change.group(1) + " empty_copy" + sql.substring(change.end());
            try {
                statement.execute(onCopy + (isAlter ? ", " : " ") + "ALGORITHM=INSTANT");
            } catch (SQLException notAtOnce) {
                statement.execute(onCopy + (isAlter ? ", ALGORITHM=INPLACE, " : " ALGORITHM=INPLACE ") + "LOCK=NONE");
            }
            statement.execute("DROP TABLE empty_copy");
        }
    }
}
