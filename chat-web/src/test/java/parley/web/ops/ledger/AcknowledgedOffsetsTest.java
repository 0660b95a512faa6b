package parley.web.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcknowledgedOffsetsTest {

    @Test
    void a_duplicate_offset_counts_once_and_keeps_its_minute() {
        var noted = new AcknowledgedOffsets(100);
        noted.add(101, new long[] {7, 9});
        noted.add(100, new long[] {5, 6});
        noted.add(101, new long[] {7, 9});
        noted.add(100 + 1_440, new long[] {(1L << 40) - 1});
        noted.sealed();
        assertThat(noted.size()).isEqualTo(5);
        assertThat(noted.between(0, Long.MAX_VALUE)).containsExactly(5, 6, 7, 9, (1L << 40) - 1);
        assertThat(noted.between(6, 9)).containsExactly(6, 7);
        assertThat(noted.has(8)).isFalse();
        assertThat(noted.has(9)).isTrue();
        assertThat(noted.minute(9)).isEqualTo(101);
        assertThat(noted.minute((1L << 40) - 1)).isEqualTo(1_540);
    }

    @Test
    void it_holds_many_offsets() {
        var noted = new AcknowledgedOffsets(0);
        for (int i = 0; i < 1_000; i++) noted.add(0, new long[] {i * 3L, i * 3L + 1});
        noted.sealed();
        assertThat(noted.size()).isEqualTo(2_000);
        assertThat(noted.has(1_500)).isTrue();
        assertThat(noted.has(1_502)).isFalse();
    }
}
