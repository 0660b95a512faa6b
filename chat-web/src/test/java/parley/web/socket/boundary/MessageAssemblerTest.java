package parley.web.socket.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MessageAssemblerTest {

    private final MessageAssembler parts = new MessageAssembler();

    @Test
    void parts_are_joined_into_consecutive_messages() throws MessageAssembler.TooBig {
        assertThat(parts.add("whole", true)).isEqualTo("whole");
        assertThat(parts.add("in ", false)).isNull();
        assertThat(parts.add("", false)).isNull();
        assertThat(parts.add("parts", true)).isEqualTo("in parts");
        assertThat(parts.add("next", true)).isEqualTo("next");
    }

    @Test
    void bytes_are_counted_not_characters() throws MessageAssembler.TooBig {
        assertThat(parts.add("x".repeat(65_536), true)).hasSize(65_536);
        assertThatExceptionOfType(MessageAssembler.TooBig.class).isThrownBy(() -> parts.add("世".repeat(21_846), true));
    }

    @Test
    void an_endless_message_is_refused_at_the_limit() throws MessageAssembler.TooBig {
        for (int i = 0; i < 64; i++)
            assertThat(parts.add("x".repeat(1_024), false)).isNull();
        assertThatExceptionOfType(MessageAssembler.TooBig.class).isThrownBy(() -> parts.add("x", false));
    }
}
