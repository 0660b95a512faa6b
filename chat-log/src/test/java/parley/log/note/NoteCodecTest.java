package parley.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NoteCodecTest {

    private static final Instant MINUTE = Instant.parse("2026-03-01T10:15:00Z");

    @Test
    void a_note_is_read_as_it_was_written() {
        for (var offsets :
                new long[][] {{}, {0}, {1, 2, 3}, {127, 128, 255, 256, 16_383, 16_384}, {5, 1L << 32, (1L << 40) - 1}
                }) {
            var read = NoteCodec.decode(NoteCodec.encode(note(offsets)));
            assertThat(read.offsets()).containsExactly(offsets);
            assertThat(read.origin()).isEqualTo("boot");
            assertThat(read.partition()).isEqualTo(7);
            assertThat(read.epoch()).isEqualTo(2);
            assertThat(read.minute()).isEqualTo(MINUTE);
        }
    }

    @Test
    void consecutive_offsets_take_one_byte_each() {
        var many = note(LongStream.range(5_000_000_000L, 5_000_010_000L).toArray());
        assertThat(NoteCodec.encode(many).length()).isLessThan(14_000);
    }

    @Test
    void anything_but_a_note_is_rejected() {
        for (var text : new String[] {
            "",
            "7",
            "{}",
            "{\"origin\":\"a\",\"partition\":0,\"epoch\":0,\"minute\":\"now\",\"offsets\":\"\"}",
            "{\"origin\":\"a\",\"partition\":0,\"epoch\":0,\"minute\":\"2026-03-01T10:15:00Z\",\"offsets\":\"gA==\"}",
            "{\"origin\":\"a\",\"partition\":0,\"epoch\":0,\"minute\":\"2026-03-01T10:15:00Z\",\"offsets\":\"BQA=\"}"
        }) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> NoteCodec.decode(text));
        }
    }

    @Test
    void a_corrupted_note_is_decoded_or_rejected() {
        var random = new Random(13);
        var text = NoteCodec.encode(note(5, 1L << 32, (1L << 40) - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NoteCodec.decode(null));
        for (var hostile : new String[] {"1.0", "-1", "99999999999999999999", "1e1000000000", "\"7\"", "null", "[]"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NoteCodec.decode(text.replace("\"partition\":7", "\"partition\":" + hostile)));
        }
        for (int i = 0; i < 20_000; i++) {
            var changed = new StringBuilder(text);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                changed.setCharAt(random.nextInt(changed.length()), (char) (' ' + random.nextInt(95)));
            }
            try {
                assertThat(NoteCodec.decode(changed.toString()).offsets()).isSorted();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessage("not a note");
            }
        }
    }

    @Test
    void offsets_that_do_not_increase_are_rejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> note(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> note(4, 3));
    }

    private static AcknowledgedNote note(long... offsets) {
        return new AcknowledgedNote("boot", 7, 2, MINUTE, offsets);
    }
}
