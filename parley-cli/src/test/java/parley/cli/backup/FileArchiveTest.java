package parley.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.backup.FileContents.Kind;
import parley.cli.config.Variables;
import parley.cli.terminal.CliFailure;

class FileArchiveTest {

    @TempDir
    Path folder;

    @Test
    void every_complete_object_is_restored_where_it_is_missing() throws IOException {
        write("storage/2a/42/content", "of a file");
        write("storage/2a/42/thumbnail", "small");
        write("storage/ff/255/part-0", "the first part");
        write("storage/ff/255/new-0b8d", "not complete");
        write("storage/lost+found/other", "of nobody");
        assertThat(archive(folder.resolve("storage"))).isEqualTo(new FileArchive.Size(3, 28));
        write("restored/2a/42/thumbnail", "there");
        var restored = folder.resolve("restored");
        assertThat(FileArchive.extract(folder.resolve("files.zip"), restored).objects())
                .isEqualTo(3);
        assertThat(restored.resolve("2a/42/content")).hasContent("of a file");
        assertThat(restored.resolve("2a/42/thumbnail")).hasContent("there");
        assertThat(restored.resolve("ff/255"))
                .isDirectoryContaining("glob:**/part-0")
                .isDirectoryNotContaining("glob:**/new-*");
        assertThat(restored.resolve("lost+found")).doesNotExist();
        assertThat(restored.resolve(FileContents.MARKER)).exists();
    }

    @Test
    void an_empty_folder_makes_an_empty_archive() throws IOException {
        Files.createDirectory(folder.resolve("storage"));
        assertThat(archive(folder.resolve("storage"))).isEqualTo(new FileArchive.Size(0, 0));
        assertThat(FileArchive.extract(folder.resolve("files.zip"), folder.resolve("restored")))
                .isEqualTo(new FileArchive.Size(0, 0));
    }

    @Test
    void nothing_is_written_outside_of_the_folder() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("files.zip")))) {
            zip.putNextEntry(new ZipEntry("../2a/42/content"));
        }
        assertThatThrownBy(() -> FileArchive.extract(folder.resolve("files.zip"), folder.resolve("restored")))
                .isInstanceOf(CliFailure.class)
                .hasMessageContaining("no content of a file");
    }

    @Test
    void the_settings_of_a_node_say_where_the_contents_are() throws IOException {
        write(FileContents.MARKER, "");
        var here = folder.toString();
        assertThat(kind(Map.of("PARLEY_FILES_FOLDER", here))).isEqualTo(Kind.ARCHIVED);
        assertThat(kind(Map.of("PARLEY_FILES_STORAGE", "s3"))).isEqualTo(Kind.BUCKET);
        assertThat(kind(Map.of("PARLEY_ROLE", "chat", "PARLEY_DATA", here))).isEqualTo(Kind.NONE);
        assertThat(kind(Map.of("PARLEY_DATA", here))).isEqualTo(Kind.NONE);
        assertThatThrownBy(() -> kind(Map.of("PARLEY_FILES_FOLDER", here + "/missing")))
                .isInstanceOf(CliFailure.class)
                .hasMessageContaining("--without-files");
    }

    @Test
    void a_server_with_all_roles_keeps_files_in_its_data_folder() throws IOException {
        write("files/" + FileContents.MARKER, "");
        assertThat(FileContents.of(new Variables(Map.of("PARLEY_DATA", folder.toString()))))
                .isEqualTo(new FileContents(Kind.ARCHIVED, folder.resolve("files")));
    }

    @Test
    void a_folder_that_is_not_mounted_is_not_taken_for_one_without_files() {
        assertThatThrownBy(() -> kind(Map.of("PARLEY_FILES_FOLDER", folder.toString())))
                .isInstanceOf(CliFailure.class)
                .hasMessageContaining("mounted");
    }

    private static Kind kind(Map<String, String> settings) {
        return FileContents.of(new Variables(settings)).kind();
    }

    private FileArchive.Size archive(Path storage) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("files.zip"))) {
            return FileArchive.write(storage, out);
        }
    }

    private void write(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
