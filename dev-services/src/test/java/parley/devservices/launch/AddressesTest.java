package parley.devservices.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private final Addresses both =
            Addresses.parse("READY kafka=127.0.0.1:19092 database=127.0.0.1:13306 pid.mariadbd=7");

    @Test
    void the_ready_line_becomes_configuration_and_back() {
        assertThat(both.asConfig())
                .isEqualTo(Map.of(
                        "kafka.bootstrap.servers", "127.0.0.1:19092", "db.host", "127.0.0.1", "db.port", "13306"));
        assertThat(Addresses.ofConfig(both.asConfig())).isEqualTo(both);
    }

    @Test
    void one_line_lists_the_services_and_their_addresses() {
        var launch = new Launch(new Missing(true, false), Path.of("/x/.parley"), "19092", "13306");
        assertThat(both.line(launch))
                .isEqualTo("Parley: broker 127.0.0.1:19092, database 127.0.0.1:13306"
                        + " (data in /x/.parley) — open http://localhost:9080/");
        assertThat(Addresses.parse("READY kafka=127.0.0.1:1").line(launch))
                .contains("broker 127.0.0.1:1, database as configured");
    }
}
