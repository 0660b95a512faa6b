package parley.web.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;
import parley.log.codec.UserStatus;

class StatusTableTest {

    private static final UserId ADA = new UserId(1);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final StatusTable table = new StatusTable();

    @Test
    void a_lower_version_never_replaces_a_higher_one() {
        var newer = status(5, "Lunch", null);
        table.put(newer);
        assertThat(table.put(status(4, "Coffee", null))).isEqualTo(newer);
        assertThat(table.of(ADA)).isEqualTo(newer);
        assertThat(table.of(new UserId(2))).isNull();
    }

    @Test
    void a_change_is_announced_once_and_only_if_others_see_it() {
        table.put(status(1, "Lunch", null));
        assertThat(table.changes(NOW)).containsExactly(ADA);
        assertThat(table.changes(NOW)).isEmpty();
        table.put(status(2, "Lunch", null));
        assertThat(table.changes(NOW)).isEmpty();
    }

    @Test
    void the_end_of_a_status_is_announced_when_it_is_reached() {
        table.put(status(1, "Lunch", NOW.plusSeconds(60)));
        table.changes(NOW);
        assertThat(table.changes(NOW.plusSeconds(59))).isEmpty();
        assertThat(table.changes(NOW.plusSeconds(60))).containsExactly(ADA);
        assertThat(table.changes(NOW.plusSeconds(61))).isEmpty();
    }

    @Test
    void the_end_of_a_status_that_was_replaced_is_not_announced() {
        table.put(status(1, "Lunch", NOW.plusSeconds(60)));
        table.put(status(2, "Coffee", NOW.plusSeconds(300)));
        table.changes(NOW);
        assertThat(table.changes(NOW.plusSeconds(60))).isEmpty();
        assertThat(table.changes(NOW.plusSeconds(300))).containsExactly(ADA);
    }

    private static UserStatus status(long version, String text, Instant until) {
        return new UserStatus(ADA, version, text, null, until, null, false, null, null);
    }
}
