package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TailStartTest {

    private static final long BEGINNING = 100;

    @Test
    void it_is_early_enough_for_the_index() {
        assertThat(TailStart.offset(BEGINNING, 500, 900, 800)).isEqualTo(500);
    }

    @Test
    void it_is_early_enough_for_what_the_database_does_not_have() {
        assertThat(TailStart.offset(BEGINNING, 700, 300, 800)).isEqualTo(300);
    }

    @Test
    void it_leaves_as_many_records_as_the_tail_holds_at_its_start() {
        assertThat(TailStart.offset(BEGINNING, 900, 900, 200)).isEqualTo(200);
    }

    @Test
    void it_is_never_before_the_beginning_of_the_log() {
        assertThat(TailStart.offset(BEGINNING, 500, 0, -1_000)).isEqualTo(BEGINNING);
    }
}
