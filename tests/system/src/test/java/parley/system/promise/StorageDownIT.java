package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Uploads;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** The folder of files cannot be used for a while: text goes on, and no message is shown without its file. */
class StorageDownIT extends WithPair {

    private static final byte[] CONTENT = "durable".getBytes(StandardCharsets.UTF_8);

    @Test
    void without_the_storage_text_goes_on_and_an_upload_is_repeated_afterwards() throws IOException {
        long before = Uploads.file(cluster.one(), pair.ada, "before.txt", CONTENT);
        pair.kims.message(send("before", before).path("pos").asLong());
        long ready = Uploads.file(cluster.one(), pair.ada, "ready.txt", CONTENT);
        long late = Uploads.begin(cluster.one(), pair.ada, "late.txt", CONTENT.length);
        var away = goAway();
        try {
            assertThat(Uploads.part(cluster.one(), pair.ada, late, null, CONTENT)
                            .status())
                    .isEqualTo(503);
            assertThat(send("without its file", late).path("code").asText()).isEqualTo("conflict");
            assertThat(Uploads.get(cluster.two(), pair.kim, before).statusCode())
                    .isEqualTo(503);
            assertThat(pair.kims
                            .message(pair.adaSays("text goes on"))
                            .path("body")
                            .asText())
                    .isEqualTo("text goes on");
            // It was durable before; those who open it now are asked to wait.
            long pos = send("ready before", ready).path("pos").asLong();
            assertThat(pair.kims.message(pos).path("files")).hasSize(1);
            assertThat(cluster.one().health("ready").status()).isEqualTo(200);
        } finally {
            comeBack(away);
        }
        assertThat(Uploads.part(cluster.two(), pair.ada, late, null, CONTENT)
                        .as(200)
                        .path("complete")
                        .asBoolean())
                .isTrue();
        pair.kims.message(send("with its file", late).path("pos").asLong());
        for (long file : new long[] {before, ready, late})
            assertThat(Uploads.get(cluster.two(), pair.kim, file).body()).isEqualTo(CONTENT);
    }

    @Test
    void what_was_revoked_without_the_storage_is_removed_from_it_afterwards() throws IOException {
        long file = Uploads.file(cluster.one(), pair.ada, "regretted.txt", CONTENT);
        long pos = send("look", file).path("pos").asLong();
        Stored.reaches_to_the_end_of_the_log(cluster);
        var folder = TestCluster.filesFolder().resolve("%02x/%d".formatted(file & 0xff, file));
        assertThat(folder).isDirectory();
        var away = goAway();
        try {
            pair.adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", pair.conversation, "pos", pos));
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(Uploads.get(cluster.two(), pair.kim, file).statusCode())
                            .isEqualTo(404));
            Stored.reaches_to_the_end_of_the_log(cluster);
        } finally {
            comeBack(away);
        }
        Eventually.holds(Chat.PATIENCE, () -> assertThat(folder).doesNotExist());
    }

    @Test
    void an_empty_folder_in_place_of_the_storage_is_not_taken_for_it() throws IOException {
        long file = Uploads.file(cluster.one(), pair.ada, "regretted.txt", CONTENT);
        long pos = send("look", file).path("pos").asLong();
        long late = Uploads.begin(cluster.one(), pair.ada, "late.txt", CONTENT.length);
        Stored.reaches_to_the_end_of_the_log(cluster);
        var folder = TestCluster.filesFolder().resolve("%02x/%d".formatted(file & 0xff, file));
        var away = unmount();
        try {
            pair.adas.now(Json.of("t", "revoke", "cid", Cids.now(), "conv", pair.conversation, "pos", pos));
            Stored.reaches_to_the_end_of_the_log(cluster);
            for (var node : cluster.chats())
                Eventually.holds(
                        Chat.PATIENCE,
                        () -> assertThat(node.health("ready").body()).contains("Is its file system mounted?"));
            assertThat(Uploads.part(cluster.one(), pair.ada, late, null, CONTENT)
                            .status())
                    .isEqualTo(503);
            assertThat(TestCluster.filesFolder()).isEmptyDirectory();
            assertThat(cluster.two().health("ready").status()).isEqualTo(200);
        } finally {
            comeBack(away);
        }
        // Its row was kept, so that its contents are found.
        Eventually.holds(Chat.PATIENCE, () -> assertThat(folder).doesNotExist());
        assertThat(Uploads.part(cluster.two(), pair.ada, late, null, CONTENT)
                        .as(200)
                        .path("complete")
                        .asBoolean())
                .isTrue();
    }

    private ObjectNode send(String text, long file) {
        var frame = Json.of("t", "send", "cid", Cids.now(), "conv", pair.conversation, "body", text);
        frame.setAll(Json.of("files", new long[] {file}));
        return (ObjectNode) pair.adas.now(frame);
    }

    /** A file in the place of the folder, so that nothing can be written there, also by root. */
    private static Path goAway() throws IOException {
        var root = TestCluster.filesFolder();
        var away = Files.move(root, root.resolveSibling("files-away"));
        Files.writeString(root, "not a folder");
        return away;
    }

    /** As a network folder: what is below it shows. */
    private static Path unmount() throws IOException {
        var root = TestCluster.filesFolder();
        var away = Files.move(root, root.resolveSibling("files-away"));
        Files.createDirectory(root);
        return away;
    }

    private static void comeBack(Path away) throws IOException {
        var root = TestCluster.filesFolder();
        Files.delete(root);
        Files.move(away, root);
    }
}
