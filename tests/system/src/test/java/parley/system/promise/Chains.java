package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What holds of the messages of a conversation as a client receives them. */
final class Chains {

    private Chains() {}

    /** Each message names the one before it; the first names the position that the client had. */
    static void is_a_chain(long held, List<JsonNode> messages) {
        long before = held;
        for (var message : messages) {
            assertThat(message.path("prev").asLong()).as(message.toString()).isEqualTo(before);
            before = message.path("pos").asLong();
        }
    }

    static List<Long> positions(List<JsonNode> messages) {
        return messages.stream().map(message -> message.path("pos").asLong()).toList();
    }
}
