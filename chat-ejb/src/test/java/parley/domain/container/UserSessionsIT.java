package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.account.boundary.UserSessions;
import parley.domain.account.entity.BegunSession;
import parley.domain.account.entity.UserAgent;
import parley.domain.identity.UserId;
import parley.domain.schema.SchemaMigration;

@ExtendWith(ArquillianExtension.class)
class UserSessionsIT {

    @Inject
    SchemaMigration schema;

    @Inject
    UserSessions sessions;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final UserId ada = user();
    private final UserId kim = user();

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void tables() {
        schema.migrate();
    }

    @Test
    void a_session_is_read_as_it_was_written() {
        var phone = add(ada, Duration.ofMinutes(1));
        assertThat(sessions.find(ada, phone.id())).contains(phone);
        var program = new BegunSession(
                UUID.randomUUID().toString(),
                ada,
                now,
                now.plusSeconds(60),
                "2001:db8:0:0:0:0:0:0/64",
                Optional.empty());
        sessions.add(program);
        assertThat(sessions.find(ada, program.id())).contains(program);
    }

    @Test
    void a_user_has_only_their_own_sessions() {
        var adas = add(ada, Duration.ZERO);
        var kims = add(kim, Duration.ZERO);
        assertThat(sessions.latest(ada, now, 10)).containsExactly(adas);
        assertThat(sessions.find(ada, kims.id())).isEmpty();
        assertThat(sessions.find(ada, UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void the_list_is_bounded_has_the_newest_first_and_leaves_out_what_has_expired() {
        var first = add(ada, Duration.ofHours(3));
        var third = add(ada, Duration.ofHours(1));
        var second = add(ada, Duration.ofHours(2));
        add(ada, Duration.ofHours(12));
        assertThat(sessions.latest(ada, now, 10)).containsExactly(third, second, first);
        assertThat(sessions.latest(ada, now, 2)).containsExactly(third, second);
    }

    @Test
    void an_ended_session_is_removed() {
        var phone = add(ada, Duration.ofHours(1));
        var laptop = add(ada, Duration.ofHours(2));
        sessions.remove(phone.id());
        sessions.remove(phone.id());
        assertThat(sessions.latest(ada, now, 10)).containsExactly(laptop);
    }

    @Test
    void the_others_are_removed_up_to_a_time() {
        var present = add(ada, Duration.ofHours(3));
        add(ada, Duration.ofHours(2));
        add(ada, Duration.ofHours(1));
        var later = add(ada, Duration.ofMinutes(1));
        var kims = add(kim, Duration.ofHours(2));
        sessions.removeOthers(ada, present.id(), now.minus(Duration.ofHours(1)));
        assertThat(sessions.latest(ada, now, 10)).containsExactly(later, present);
        sessions.removeOthers(ada, "", now);
        assertThat(sessions.latest(ada, now, 10)).isEmpty();
        assertThat(sessions.latest(kim, now, 10)).containsExactly(kims);
    }

    @Test
    void expired_sessions_are_removed_a_batch_at_a_time() {
        while (sessions.removeExpired(now, 500) > 0) {
            // What other tests left.
        }
        var live = add(ada, Duration.ofHours(1));
        for (int i = 0; i < 5; i++) add(kim, Duration.ofHours(13 + i));
        assertThat(sessions.removeExpired(now, 3)).isEqualTo(3);
        assertThat(sessions.removeExpired(now, 3)).isEqualTo(2);
        assertThat(sessions.removeExpired(now, 3)).isZero();
        assertThat(sessions.find(ada, live.id())).contains(live);
    }

    /** A session of twelve hours. */
    private BegunSession add(UserId user, Duration ago) {
        var begun = now.minus(ago);
        var session = new BegunSession(
                UUID.randomUUID().toString(),
                user,
                begun,
                begun.plus(Duration.ofHours(12)),
                "192.0.2.17",
                UserAgent.of("Mozilla/5.0"));
        sessions.add(session);
        return session;
    }

    private static UserId user() {
        return new UserId(ThreadLocalRandom.current().nextLong(1, 1L << 52));
    }
}
