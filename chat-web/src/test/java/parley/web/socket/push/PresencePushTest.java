package parley.web.socket.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;
import parley.web.presence.Presence;
import parley.web.presence.PresenceChanged;
import parley.web.presence.PresenceState;
import parley.web.presence.UserPresence;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.SessionRegistry;
import parley.web.socket.session.TestSocket;

class PresencePushTest {

    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);
    private static final UserId EVE = new UserId(3);

    private final TestSocket phone = new TestSocket(ADA).greeted(null);
    private final TestSocket tablet = new TestSocket(ADA).greeted(null);
    private final PresencePush push = push();

    private PresencePush push() {
        var made = new PresencePush();
        made.sessions = new SessionRegistry() {
            @Override
            public Stream<ClientSession> greeted() {
                return Stream.of(phone.session, tablet.session);
            }
        };
        made.presence = new Presence() {
            @Override
            public UserPresence of(UserId user) {
                return new UserPresence(PresenceState.ONLINE, null, null, null, null, null, null, null);
            }
        };
        return made;
    }

    private static List<Integer> users(JsonObject frame) {
        return frame.getJsonArray("users").stream()
                .map(JsonValue::asJsonObject)
                .map(user -> user.getInt("id"))
                .toList();
    }

    @Test
    void a_socket_gets_the_changes_of_the_users_that_it_watches_and_of_no_others() {
        push.watch(phone.session, Set.of(KIM));
        push.watch(tablet.session, Set.of(ADA, KIM, EVE));
        push.changed(new PresenceChanged(Set.of(KIM, EVE)));
        assertThat(users(phone.frames().getLast())).containsExactly(2);
        assertThat(users(tablet.frames().getLast())).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void a_socket_that_watches_none_of_them_gets_nothing() {
        push.watch(phone.session, Set.of(KIM));
        push.changed(new PresenceChanged(Set.of(ADA, EVE)));
        assertThat(phone.frames()).as("the answer to its watch").hasSize(1);
        assertThat(tablet.frames()).isEmpty();
    }
}
