package parley.devservices.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevServerTest {

    private final OutputFilter filter = new OutputFilter();

    @Test
    void a_module_is_shown_as_progress() {
        assertThat(filter.shown("[INFO] Building chat-web 1.0.0-SNAPSHOT      [5/9]"))
                .contains("Building chat-web (5 of 9)");
    }

    @Test
    void downloads_are_counted_instead_of_listed() {
        assertThat(filter.shown("[INFO] Downloaded from central: a.jar"))
                .contains("Downloading libraries (1 files so far)");
        assertThat(filter.shown("[INFO] Downloaded from central: b.jar")).isEmpty();
    }

    @Test
    void a_reload_is_shown_with_its_time() {
        assertThat(filter.shown("[INFO] [AUDIT   ] CWWKZ0003I: The application parley updated in 1.9 seconds."))
                .contains("Reloaded in 1.9 s");
    }

    @Test
    void warnings_and_errors_are_shown_once() {
        assertThat(filter.shown("[ERROR] A.java:[1,2] ';' expected")).isPresent();
        assertThat(filter.shown("[ERROR] A.java:[1,2] ';' expected")).isEmpty();
        assertThat(filter.shown("[INFO] [WARNING ] the broker is down")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[INFO] Copying 4 files to target",
                "[ERROR] ",
                "[ERROR] Re-run Maven using the -X switch to enable full debug logging.",
                "[WARNING] A.java:[20,16] sun.misc.Signal is internal proprietary API and may be removed"
            })
    void the_rest_of_the_build_is_left_to_the_log(String line) {
        assertThat(filter.shown(line)).isEmpty();
    }

    @Test
    void the_reason_why_a_service_cannot_start_is_found() {
        assertThat(OutputFilter.refusal("[INFO] [ERROR   ] Parley cannot start: Port 13306 is taken."))
                .contains("Port 13306 is taken.");
        assertThat(OutputFilter.refusal("[INFO] [ERROR   ] something else")).isEmpty();
    }

    @Test
    void node_must_be_20_19_or_newer() {
        assertThat(MachineCheck.nodeProblem("v20.19.0")).isEmpty();
        assertThat(MachineCheck.nodeProblem("v24.1.0")).isEmpty();
        assertThat(MachineCheck.nodeProblem("v20.18.3"))
                .hasValueSatisfying(it -> assertThat(it).contains("v20.18.3"));
    }

    @Test
    void the_ready_block_contains_address_data_and_how_to_stop() {
        assertThat(DevServer.readyBlock("http://localhost:9080/", Path.of("data")))
                .contains("http://localhost:9080/", "data", "Ctrl-C");
    }
}
