package parley.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Json;

class BackupVerificationTest {

    private static final PartitionPosition POSITION = new PartitionPosition(0, "topic", 0, 42);
    private static final String DUMP =
            "INSERT INTO `log_position` (`log_partition`, `topic_id`, `epoch`, `next_offset`) VALUES (0,'topic',0,42);\n";
    private static final String END = "-- Dump completed on 2026-03-01\n";

    @TempDir
    Path folder;

    private FileContents.Kind files = FileContents.Kind.NONE;

    @Test
    void a_backup_as_it_was_written_has_no_faults() throws IOException {
        write(DUMP + END, POSITION);
        var verification = new BackupVerification(folder);
        assertThat(verification.faults()).isEmpty();
        assertThat(Manifest.read(folder).json()).isEqualTo(verification.manifest());
    }

    @Test
    void a_changed_a_shorter_and_a_missing_part_are_found() throws IOException {
        write(DUMP + END, POSITION);
        Files.writeString(folder.resolve(Backup.CONFIGURATION), "[]");
        assertThat(new BackupVerification(folder).faults())
                .singleElement()
                .asString()
                .contains("was changed");
        Files.writeString(folder.resolve(Backup.CONFIGURATION), "x", StandardOpenOption.APPEND);
        assertThat(new BackupVerification(folder).faults())
                .singleElement()
                .asString()
                .contains("3 bytes, not 2");
        Files.delete(folder.resolve(Backup.CONFIGURATION));
        assertThat(new BackupVerification(folder).faults())
                .singleElement()
                .asString()
                .contains("is missing");
    }

    @Test
    void the_archive_of_files_is_needed_if_the_backup_has_files() throws IOException {
        files = FileContents.Kind.ARCHIVED;
        write(DUMP + END, POSITION);
        assertThat(new BackupVerification(folder).faults()).containsExactly("files.zip is not in the manifest");
    }

    @Test
    void a_dump_that_ended_early_is_found() throws IOException {
        write(DUMP, POSITION);
        assertThat(new BackupVerification(folder).faults()).containsExactly("the dump has no last line");
    }

    @Test
    void positions_that_do_not_belong_to_the_dump_are_found() throws IOException {
        write(DUMP + END, new PartitionPosition(0, "topic", 0, 43));
        assertThat(new BackupVerification(folder).faults())
                .singleElement()
                .asString()
                .contains("other positions");
    }

    @Test
    void a_folder_without_a_manifest_and_a_damaged_manifest_are_no_backups() throws IOException {
        assertThatThrownBy(() -> new BackupVerification(folder))
                .isInstanceOf(CliFailure.class)
                .hasMessageContaining("no complete backup");
        Files.writeString(folder.resolve(Manifest.FILE), "{\"format\":1}");
        assertThatThrownBy(() -> new BackupVerification(folder))
                .isInstanceOf(CliFailure.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void a_part_outside_of_the_folder_is_refused() throws IOException {
        write(DUMP + END, POSITION);
        var manifest = Files.readString(folder.resolve(Manifest.FILE));
        Files.writeString(folder.resolve(Manifest.FILE), manifest.replace(Backup.CONFIGURATION, "../elsewhere"));
        assertThat(new BackupVerification(folder).faults()).anyMatch(fault -> fault.contains("outside"));
    }

    private void write(String dump, PartitionPosition position) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(compressed)) {
            zip.write(dump.getBytes(UTF_8));
        }
        var parts = new ArrayList<Manifest.Part>();
        parts.add(part(Backup.DUMP, compressed.toByteArray()));
        parts.add(part(Backup.CONFIGURATION, "{}".getBytes(UTF_8)));
        var manifest = new Manifest(
                "2026-03-01T10:00:00Z",
                "2026-03-01T10:00:05Z",
                "1.0.0",
                "db:3306/parley",
                "11.4.5",
                null,
                "f",
                files,
                List.of(position),
                parts);
        Files.writeString(folder.resolve(Manifest.FILE), Json.pretty(manifest.json()));
    }

    private Manifest.Part part(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return new Manifest.Part(
                name, content.length, HexFormat.of().formatHex(Checksum.begin().digest(content)));
    }
}
