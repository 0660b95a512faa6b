package parley.devservices.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.devservices.services.Topic;

/** Through MicroProfile Config as the server has it; only the broker is started, for speed. */
class LauncherIT {

    @TempDir
    Path root;

    private final JvmState state = new JvmState();

    @BeforeEach
    void a_development_server() {
        System.setProperty(
                "parley.embedded.classpath.file",
                Path.of("target", "embedded.classpath").toAbsolutePath().toString());
        System.setProperty("parley.data", root.toString());
        System.setProperty("parley.embedded.kafka.port", "0");
        System.setProperty("db.host", "db.example");
    }

    @AfterEach
    void no_process_is_left() throws Exception {
        state.watcher().ifPresent(Thread::interrupt);
        if (state.process().isPresent()) {
            state.process().get().getOutputStream().close();
            assertThat(state.process().get().waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        List.of(
                        "parley.embedded.classpath.file",
                        "parley.data",
                        "parley.embedded.kafka.port",
                        "db.host",
                        "parley.role",
                        "kafka.bootstrap.servers")
                .forEach(System::clearProperty);
        System.getProperties().remove("parley.embedded");
        Launcher.failure = null;
    }

    @Test
    void lch_1_to_4_a_broker_that_nobody_configured_is_started_once_and_again_when_it_ends() throws Exception {
        assertThat(ConfigProvider.getConfig().getOptionalValue("some.other.key", String.class))
                .isEmpty();
        assertThat(ConfigProvider.getConfig().getPropertyNames()).doesNotContain("kafka.bootstrap.servers");
        assertThat(state.process()).isEmpty();

        var broker = asked();
        new Topic(broker, "kept").create().append("a record");
        var first = state.process().orElseThrow();
        assertThat(asked()).isEqualTo(broker);
        assertThat(new JvmState().process()).containsSame(first);

        first.destroyForcibly().waitFor();
        assertThat(new Topic(broker, "kept").values()).containsExactly("a record");
        assertThat(asked()).isEqualTo(broker);
        assertThat(new JvmState().process().orElseThrow().pid()).isNotEqualTo(first.pid());
    }

    @Test
    void lch_2_nothing_is_started_where_all_is_configured_or_another_role_runs() {
        System.setProperty("kafka.bootstrap.servers", "kafka.example:9092");
        assertThat(asked()).isEqualTo("kafka.example:9092");
        assertThat(new EmbeddedConfigSource().getValue("kafka.bootstrap.servers"))
                .isNull();
        assertThat(new EmbeddedConfigSource().getValue("db.port")).isNull();

        System.clearProperty("kafka.bootstrap.servers");
        System.setProperty("parley.role", "chat");
        assertThat(new EmbeddedConfigSource().getValue("kafka.bootstrap.servers"))
                .isNull();
        System.clearProperty("parley.role");
        System.clearProperty("parley.embedded.classpath.file");
        assertThat(new EmbeddedConfigSource().getValue("kafka.bootstrap.servers"))
                .isNull();
        assertThat(state.process()).isEmpty();
    }

    @Test
    void lch_6_a_taken_port_is_told_in_one_sentence_and_not_tried_twice() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            System.setProperty("parley.embedded.kafka.port", String.valueOf(other.getLocalPort()));
            assertThatThrownBy(LauncherIT::asked)
                    .hasMessageStartingWith("Port " + other.getLocalPort() + " of 127.0.0.1,");
        }
        assertThatThrownBy(LauncherIT::asked).hasMessageContaining("is taken by another program");
        assertThat(state.process()).isEmpty();
    }

    private static String asked() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
