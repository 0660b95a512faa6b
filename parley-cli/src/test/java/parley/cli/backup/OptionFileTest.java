package parley.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.cli.config.Variables;
import parley.cli.terminal.CliFailure;

class OptionFileTest {

    private static final Variables SETTINGS = new Variables(Map.of("DB_HOST", "db", "DB_PASSWORD", "a\"b\\c #d"));

    @Test
    void only_the_owner_reads_it_and_it_is_deleted() throws IOException {
        Path file;
        try (var options = OptionFile.of(DatabaseTarget.of(SETTINGS), true)) {
            file = Path.of(options.argument().substring("--defaults-extra-file=".length()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).contains("host=db\n", "port=13306\n", "password=\"a\\\"b\\\\c #d\"\n");
        }
        assertThat(file).doesNotExist();
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void production_verifies_the_certificate_unless_the_settings_say_otherwise() {
        var production = new Variables(Map.of("DB_HOST", "db", "PARLEY_PRODUCTION", "true"));
        assertThat(OptionFile.mySql(DatabaseTarget.of(production))).containsExactly("ssl-mode=VERIFY_IDENTITY");
        assertThat(OptionFile.mariaDb(DatabaseTarget.of(production))).contains("ssl-verify-server-cert=1");
        assertThat(OptionFile.mySql(DatabaseTarget.of(SETTINGS))).containsExactly("ssl-mode=PREFERRED");
    }

    @Test
    void another_address_keeps_the_account() {
        var target = DatabaseTarget.of("other:3307/parley_2", SETTINGS);
        assertThat(target).hasToString("other:3307/parley_2");
        assertThat(target.password()).isEqualTo("a\"b\\c #d");
        assertThatThrownBy(() -> DatabaseTarget.of("other", SETTINGS)).isInstanceOf(CliFailure.class);
    }
}
