package parley.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.cli.terminal.Json;

class ProbeTest {

    @Test
    void its_hello_names_the_version_of_the_frames() {
        var hello = Json.parse(Probe.HELLO);
        assertThat(hello.getString("t")).isEqualTo("hello");
        assertThat(Json.number(hello, "version")).isEqualTo(1);
    }
}
