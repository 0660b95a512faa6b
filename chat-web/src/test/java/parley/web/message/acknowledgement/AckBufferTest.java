package parley.web.message.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.log.note.AcknowledgedNote;

class AckBufferTest {

    private final AckBuffer buffer = new AckBuffer();

    @Test
    void each_minute_is_a_note() {
        buffer.add(1, 10);
        buffer.add(1, 12);
        buffer.add(2, 13);
        var notes = drain();
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0).offsets()).containsExactly(10, 12);
        assertThat(notes.get(0).minute()).isEqualTo(Instant.ofEpochSecond(60));
        assertThat(notes.get(1).offsets()).containsExactly(13);
    }

    @Test
    void drained_offsets_are_not_returned_again() {
        assertThat(drain()).isEmpty();
        buffer.add(1, 10);
        drain();
        assertThat(drain()).isEmpty();
        buffer.add(1, 11);
        assertThat(drain().getFirst().offsets()).containsExactly(11);
    }

    @Test
    void a_minute_with_very_many_offsets_has_several_notes() {
        for (int offset = 0; offset < 250_000; offset++) buffer.add(1, offset);
        var notes = drain();
        assertThat(notes).hasSize(3);
        assertThat(notes.stream().mapToInt(note -> note.offsets().length).sum()).isEqualTo(250_000);
    }

    private List<AcknowledgedNote> drain() {
        return buffer.drain(
                (minute, offsets) -> new AcknowledgedNote("boot", 0, 0, Instant.ofEpochSecond(minute * 60), offsets));
    }
}
