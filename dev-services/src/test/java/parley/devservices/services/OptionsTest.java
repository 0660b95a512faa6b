package parley.devservices.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void everything_except_the_folder_has_a_default() {
        var options = Options.of("--data", "/x/y");
        assertThat(options)
                .isEqualTo(new Options(
                        Path.of("/x/y"),
                        Path.of("/x/y/mariadb/program"),
                        Options.Only.BOTH,
                        0,
                        0,
                        Password.NONE,
                        true,
                        true));
    }

    @Test
    void each_option_can_be_set() {
        var options = Options.of(
                "--data",
                "/x",
                "--program",
                "/p",
                "--only",
                "broker",
                "--kafka-port",
                "1",
                "--db-port",
                "2",
                "--restart",
                "false",
                "--leash",
                "false");
        assertThat(options)
                .isEqualTo(new Options(
                        Path.of("/x"), Path.of("/p"), Options.Only.BROKER, 1, 2, Password.NONE, false, false));
    }

    @Test
    void invalid_options_are_reported() {
        assertThatThrownBy(() -> Options.of()).isInstanceOf(CannotStart.class).hasMessageContaining("--data DIR");
        assertThatThrownBy(() -> Options.of("--data")).hasMessageContaining("lacks its value");
        assertThatThrownBy(() -> Options.of("--date", "/x")).hasMessageContaining("no argument --date");
        assertThatThrownBy(() -> Options.of("--data", "/x", "--db-port", "65536"))
                .hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> Options.of("--data", "/x", "--only", "kafka"))
                .hasMessageContaining("broker, database or both");
        assertThatThrownBy(() -> Options.of("--data", "/x", "--leash", "yes")).hasMessageContaining("true or false");
    }
}
