package parley.system.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.client.Uploads;
import parley.cluster.server.DatabaseAddress;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Node;
import parley.cluster.server.Rows;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestClusterBuilder;
import parley.cluster.server.TestPaths;

/**
 * A backup of the running cluster is restored at another address, and a persister reads from the log what came after it.
 * {@link BackupIT} does this under load, without the log, too, and measures it.
 */
class RestoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final TestCluster cluster = TestCluster.shared();
    private final DatabaseAddress original = cluster.database().address();
    private final TestCluster another = TestCluster.builder()
            .prefix("restored-")
            .chats()
            .persisters()
            .withoutProxies()
            .build();

    @TempDir
    private Path folder;

    private Node persister;

    /** Empty: on the server of the cluster if its account may create it, otherwise on a server of its own. */
    private DatabaseAddress emptyDatabase() {
        if (cluster.database().isOurs()) {
            another.database().comeBack();
            return another.database().address();
        }
        var name = original.name() + "_restored";
        cluster.rows().execute("DROP DATABASE IF EXISTS " + name);
        cluster.rows().execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        return new DatabaseAddress(original.host(), original.port(), name, original.user(), original.password());
    }

    @AfterEach
    void end() {
        if (persister != null) persister.kill();
        another.close();
        if (!cluster.database().isOurs())
            cluster.rows().execute("DROP DATABASE IF EXISTS " + original.name() + "_restored");
    }

    @Test
    void what_was_stored_before_the_backup_is_restored_and_what_came_after_it_is_read_from_the_log()
            throws IOException {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            var content = Uploads.picture(40, 30);
            long file = Uploads.file(cluster.one(), pair.ada, "kept.png", content);
            assertThat(SendLoad.of(List.of(pair), 20).refused()).isEmpty();
            storedToTheEnd(original);
            var backup = folder.resolve("backup");
            commands().run("backup", backup.toString()).as(0);
            assertThat(SendLoad.of(List.of(pair), 20).refused()).isEmpty();
            storedToTheEnd(original);
            // Not killed: the group would wait for it.
            cluster.persister().end();

            var restored = emptyDatabase();
            var files = folder.resolve("files");
            var address = restored.host() + ":" + restored.port() + "/" + restored.name();
            commands()
                    .run("restore", backup.toString(), "--database", address, "--files", files.toString())
                    .as(0);
            assertThat(new Rows(restored).of(pair.conversation))
                    .as("before")
                    .isEqualTo(new Rows(original).of(pair.conversation).subList(0, 40));
            assertThat(files.resolve("%02x/%d/content".formatted(file & 0xff, file)))
                    .hasBinaryContent(content);

            persister = persister(restored);
            persister.start();
            storedToTheEnd(restored);
            assertThat(new Rows(restored).of(pair.conversation))
                    .as("everything")
                    .hasSize(80)
                    .isEqualTo(new Rows(original).of(pair.conversation));
        }
    }

    private CommandLine commands() throws IOException {
        var programs = cluster.database().isOurs() || !GenuineMySql.isInstalled()
                ? TestPaths.databasePrograms()
                : GenuineMySql.clientPrograms(folder.resolve("programs"));
        return new CommandLine(original.environment())
                .with(Map.of(
                        "PARLEY_CLIENT_PROGRAMS",
                        programs.toString(),
                        "PARLEY_FILES_FOLDER",
                        TestCluster.filesFolder().toString()));
    }

    private Node persister(DatabaseAddress database) {
        var settings = new HashMap<>(database.environment());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", cluster.broker().address());
        settings.put("PARLEY_PERSISTER_WATCHSECONDS", "1");
        settings.put("JVM_ARGS", TestClusterBuilder.QUICK_START);
        return new Node("restored-persister", "persister", "chat-persister/target/chat-persister.war", settings);
    }

    private void storedToTheEnd(DatabaseAddress database) {
        Eventually.holds(PATIENCE, () -> {
            var next = new Rows(database).nextOffsets();
            cluster.log()
                    .ends(Log.MESSAGES)
                    .forEach((partition, end) -> assertThat(next.getOrDefault(partition, 0L))
                            .as("next_offset of partition " + partition)
                            .isEqualTo(end));
        });
    }
}
