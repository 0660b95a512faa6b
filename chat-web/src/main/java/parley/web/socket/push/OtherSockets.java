package parley.web.socket.push;

import java.util.Collection;
import java.util.stream.Stream;
import parley.domain.identity.UserId;
import parley.web.log.connection.LogConnection;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.SessionRegistry;

/** The sockets that an event is sent to: all except the reporting one. */
final class OtherSockets {

    private OtherSockets() {}

    /** @param reportedBy the name of a socket, unique among all nodes */
    static Stream<ClientSession> of(
            SessionRegistry sessions, LogConnection log, Collection<UserId> users, String reportedBy) {
        return users.stream()
                .flatMap(user -> sessions.of(user).stream())
                .filter(session -> !log.nameOf(session.id()).equals(reportedBy));
    }
}
