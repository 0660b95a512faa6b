package parley.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import parley.bench.profile.Stack.Frame;

class StackTest {

    private static Stack of(String... classNames) {
        return new Stack(
                Arrays.stream(classNames).map(name -> new Frame(name, "m")).toList());
    }

    @Test
    void a_sample_belongs_to_the_caller_of_the_jdk_and_to_the_first_component() {
        var stack = of(
                "java.util.HashMap",
                "org.eclipse.parsson.JsonParserImpl",
                "parley.domain.log.control.LogCodec",
                "parley.web.log.tail.TailReader",
                "java.lang.Thread");
        assertThat(stack.library()).isEqualTo("JSON-P");
        assertThat(stack.component()).isEqualTo("parley.domain.log");
    }

    @Test
    void a_sample_without_a_component_belongs_to_the_library_that_started_the_thread() {
        assertThat(of(
                                "sun.nio.ch.Net",
                                "org.apache.kafka.common.network.Selector",
                                "org.apache.kafka.clients.producer.internals.Sender",
                                "java.lang.Thread")
                        .component())
                .isEqualTo("none of ours, in a thread of Kafka producer");
        assertThat(of("java.util.Timer", "java.lang.Thread").component()).isEqualTo("none of ours, in a thread of JDK");
    }
}
