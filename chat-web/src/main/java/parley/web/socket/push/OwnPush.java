package parley.web.socket.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import parley.web.own.sync.OwnStateLoaded;
import parley.web.socket.frame.ServerFrames;
import parley.web.socket.session.SessionRegistry;

/** Sends changes of a user's own state to the user's sockets, except to those of the client that made the change. */
@ApplicationScoped
class OwnPush {

    @Inject
    SessionRegistry sessions;

    void push(@Observes OwnStateLoaded loaded) {
        var change = loaded.change();
        var frame = ServerFrames.own(change.part(), change.conversation(), change.version(), loaded.value());
        sessions.of(change.user()).stream()
                .filter(session ->
                        change.client().isEmpty() || !session.client().equals(change.client()))
                .forEach(session -> session.send(frame));
    }
}
