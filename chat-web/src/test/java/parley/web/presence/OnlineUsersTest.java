package parley.web.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;

class OnlineUsersTest {

    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final OnlineUsers users = new OnlineUsers();
    private long nanos;

    @Test
    void one_device_in_use_on_any_node_is_enough_to_be_online() {
        users.heard("one", Set.of(ADA), Set.of(ADA), nanos);
        users.heard("two", Set.of(ADA, KIM), Set.of(), nanos);
        assertThat(changes()).containsExactlyInAnyOrder(ADA, KIM);
        assertThat(users.isOnline(ADA)).isTrue();
        assertThat(users.isIdle(ADA)).isFalse();
    }

    @Test
    void a_user_is_idle_when_the_last_device_is() {
        users.heard("one", Set.of(ADA), Set.of(), nanos);
        users.heard("two", Set.of(ADA), Set.of(ADA), nanos);
        changes();
        users.heard("one", Set.of(ADA), Set.of(ADA), nanos);
        assertThat(changes()).containsExactly(ADA);
        assertThat(users.isIdle(ADA)).isTrue();
        users.heard("two", Set.of(ADA), Set.of(), nanos);
        assertThat(changes()).containsExactly(ADA);
        assertThat(users.isIdle(ADA)).isFalse();
        assertThat(changes()).isEmpty();
    }

    @Test
    void a_user_whose_device_in_use_disconnects_is_idle_on_the_others() {
        users.heard("one", Set.of(ADA), Set.of(ADA), nanos);
        users.heard("two", Set.of(ADA), Set.of(), nanos);
        changes();
        users.heard("two", Set.of(), Set.of(), nanos);
        assertThat(changes()).containsExactly(ADA);
        assertThat(users.isIdle(ADA)).isTrue();
        assertThat(users.isOnline(ADA)).isTrue();
    }

    @Test
    void a_node_that_is_silent_is_forgotten_and_its_users_are_last_seen_now() {
        users.heard("one", Set.of(ADA), Set.of(), nanos);
        changes();
        nanos += OnlineUsers.SILENCE.toNanos() + 1;
        assertThat(changes()).containsExactly(ADA);
        assertThat(users.isOnline(ADA)).isFalse();
        assertThat(users.isIdle(ADA)).isFalse();
        assertThat(users.lastSeen(ADA)).isEqualTo(NOW);
    }

    private Set<UserId> changes() {
        return users.changes(nanos, NOW);
    }
}
