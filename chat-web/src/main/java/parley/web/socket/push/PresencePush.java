package parley.web.socket.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import parley.domain.identity.UserId;
import parley.web.log.connection.LogConnection;
import parley.web.presence.Presence;
import parley.web.presence.PresenceChanged;
import parley.web.presence.signal.UserTyping;
import parley.web.socket.frame.ServerFrames;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.SessionRegistry;

/** Notifies sockets of who is online and who is typing. */
@ApplicationScoped
public class PresencePush {

    @Inject
    SessionRegistry sessions;

    @Inject
    Presence presence;

    @Inject
    LogConnection log;

    /** Replaces the set of users that a socket watches, and sends the presence of all of them. */
    public void watch(ClientSession session, Set<UserId> users) {
        session.watch(users);
        push(session, users);
    }

    void changed(@Observes PresenceChanged changed) {
        sessions.greeted().forEach(session -> {
            var seen = common(session.watched(), changed.users());
            if (!seen.isEmpty()) push(session, seen);
        });
    }

    /** Runs for every socket at every change, so it looks at the smaller set and copies neither. */
    private static List<UserId> common(Set<UserId> watched, Set<UserId> changed) {
        boolean isWatchedSmaller = watched.size() < changed.size();
        var larger = isWatchedSmaller ? changed : watched;
        return (isWatchedSmaller ? watched : changed)
                .stream().filter(larger::contains).toList();
    }

    private void push(ClientSession session, Collection<UserId> users) {
        session.send(ServerFrames.presence(users, presence::of));
    }

    void typing(@Observes UserTyping typing) {
        var frame = ServerFrames.typing(typing.conversation(), typing.user());
        OtherSockets.of(sessions, log, typing.receivers(), typing.reportedBy()).forEach(session -> session.send(frame));
    }
}
