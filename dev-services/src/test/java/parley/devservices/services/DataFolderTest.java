package parley.devservices.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path root;

    @Test
    void emb_11_what_could_not_be_filled_does_not_appear_and_is_cleared_next_time() throws Exception {
        var folder = DataFolder.at(root);
        assertThatThrownBy(() -> folder.makeWhole(folder.brokerData(), half -> {
                    Files.writeString(half.resolve("half"), "");
                    throw new IOException("the light went out");
                }))
                .hasMessage("the light went out");
        assertThat(folder.brokerData()).doesNotExist();

        folder.makeWhole(folder.brokerData(), whole -> Files.writeString(whole.resolve("file"), "x"));
        assertThat(folder.brokerData().resolve("file")).hasContent("x");
        try (var files = Files.list(folder.kafka())) {
            assertThat(files)
                    .containsExactlyInAnyOrder(
                            folder.brokerData(), folder.kafka().resolve(".data.lock"));
        }
    }

    @Test
    void emb_2_too_small_a_disk_is_told_before_anything_is_written() {
        var folder = DataFolder.at(root);
        assertThatThrownBy(() -> folder.requireSpace(folder.mariadb(), Long.MAX_VALUE))
                .isInstanceOf(CannotStart.class)
                .hasMessageMatching("Only \\d+ MB are free on the disk of .*mariadb, and \\d+ MB are needed; .*");
    }

    @Test
    void emb_2_a_full_disk_and_a_foreign_folder_are_told_in_a_sentence() {
        assertThat(CannotStart.in(root, new IOException("No space left on device")))
                .hasMessageMatching("The disk of the data folder .* is full; .*");
        assertThat(CannotStart.in(root, new AccessDeniedException("/x/kafka")))
                .hasMessageMatching("The data folder /x/kafka cannot be written by the user .*; .*");
    }

    @Test
    void emb_2_a_file_where_the_folder_should_be_is_told_in_a_sentence() throws Exception {
        var file = Files.writeString(root.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.at(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be used");
    }
}
