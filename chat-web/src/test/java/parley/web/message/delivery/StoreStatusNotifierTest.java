package parley.web.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.web.platform.database.DatabaseState;

class StoreStatusNotifierTest {

    private static final DatabaseState ANSWERING = new DatabaseState.Answering();

    @Test
    void the_status_is_ok_while_the_database_answers_and_has_all_messages() {
        assertThat(StoreStatusNotifier.State.of(ANSWERING, Duration.ZERO).word())
                .isEqualTo("ok");
        assertThat(StoreStatusNotifier.State.of(ANSWERING, Duration.ofSeconds(4))
                        .word())
                .isEqualTo("ok");
    }

    @Test
    void a_persister_that_lags_is_behind() {
        assertThat(StoreStatusNotifier.State.of(ANSWERING, Duration.ofSeconds(5)))
                .isEqualTo(new StoreStatusNotifier.State("behind", 5));
    }

    @Test
    void a_database_that_does_not_answer_is_down_even_with_nothing_to_store() {
        var failing = new DatabaseState.Failing(Duration.ofSeconds(6));
        assertThat(StoreStatusNotifier.State.of(failing, Duration.ZERO))
                .isEqualTo(new StoreStatusNotifier.State("down", 6));
        assertThat(StoreStatusNotifier.State.of(failing, Duration.ofSeconds(9)))
                .isEqualTo(new StoreStatusNotifier.State("down", 9));
    }

    @Test
    void a_short_outage_of_the_database_is_not_reported() {
        var failing = new DatabaseState.Failing(Duration.ofSeconds(2));
        assertThat(StoreStatusNotifier.State.of(failing, Duration.ZERO).word()).isEqualTo("ok");
    }
}
