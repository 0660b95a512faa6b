package parley.web.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;
import parley.log.codec.UserStatus;
import parley.log.codec.WeeklyHours;

class UserPresenceTest {

    private static final UserId ADA = new UserId(1);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void a_user_is_online_away_or_offline() {
        assertThat(of(true, false, null).state()).isEqualTo(PresenceState.ONLINE);
        assertThat(of(true, true, null).state()).isEqualTo(PresenceState.AWAY);
        assertThat(of(false, false, null).state()).isEqualTo(PresenceState.OFFLINE);
    }

    @Test
    void do_not_disturb_takes_precedence_over_away_and_offline_over_both() {
        var dnd = status(null, LATER);
        assertThat(of(true, false, dnd).state()).isEqualTo(PresenceState.DND);
        assertThat(of(true, true, dnd).state()).isEqualTo(PresenceState.DND);
        assertThat(of(false, false, dnd).state()).isEqualTo(PresenceState.OFFLINE);
        assertThat(of(false, false, dnd).dndUntil()).isEqualTo(LATER);
        assertThat(of(false, false, dnd).isOnline()).isFalse();
    }

    @Test
    void what_has_ended_is_not_shown() {
        var ended = of(true, false, status(NOW, NOW));
        assertThat(ended.state()).isEqualTo(PresenceState.ONLINE);
        assertThat(ended.text()).isNull();
        assertThat(ended.emoji()).isNull();
        assertThat(ended.until()).isNull();
        assertThat(ended.dndUntil()).isNull();
        assertThat(of(true, false, status(LATER, null)).text()).isEqualTo("Lunch");
        assertThat(of(true, false, status(null, null)).text()).isEqualTo("Lunch");
    }

    @Test
    void others_see_when_a_user_works_whether_the_user_is_online_or_not() {
        var seen = of(false, false, status(null, null));
        assertThat(seen.zone()).isEqualTo("Europe/Oslo");
        assertThat(seen.hours().from()).isEqualTo("09:00");
        assertThat(of(true, false, null).hours()).isNull();
    }

    @Test
    void a_user_can_hide_when_they_were_last_seen() {
        var hidden = new UserStatus(ADA, 1, null, null, null, null, true, null, null);
        assertThat(UserPresence.of(false, false, NOW, hidden, NOW).lastSeen()).isNull();
        assertThat(UserPresence.of(false, false, NOW, status(null, null), NOW).lastSeen())
                .isEqualTo(NOW);
        assertThat(UserPresence.of(false, false, NOW, null, NOW).lastSeen()).isEqualTo(NOW);
    }

    private static UserStatus status(Instant until, Instant dndUntil) {
        return new UserStatus(
                ADA,
                1,
                "Lunch",
                "\ud83c\udf5c",
                until,
                dndUntil,
                false,
                "Europe/Oslo",
                new WeeklyHours("Europe/Oslo", List.of(1), "09:00", "17:00"));
    }

    private static UserPresence of(boolean online, boolean idle, UserStatus status) {
        return UserPresence.of(online, idle, null, status, NOW);
    }
}
