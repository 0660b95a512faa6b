package parley.web.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import parley.web.frame.Frames;
import parley.web.node.ChatLog;
import parley.web.node.LogClock;
import parley.web.node.LogGuard;
import parley.web.session.SessionRegistry;
import parley.web.tail.Tail;

/** Tells people while what has been accepted may not yet be in the database. */
@ApplicationScoped
public class StoreNews {

    /** Less than this is the persister's ordinary pace. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

    private static final String OK = "ok";

    @Inject
    Tail tail;

    @Inject
    ChatLog log;

    @Inject
    LogClock clock;

    @Inject
    LogGuard guard;

    @Inject
    SessionRegistry sessions;

    private volatile String state = OK;
    private volatile long seconds;

    /** Looks, and tells every socket where that has changed. */
    public void look() {
        var oldest = tail.oldestUnstored(log.identity().epoch());
        var age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        seconds = age.toSeconds();
        var now = age.compareTo(WORTH_TELLING) < 0 ? OK : guard.stored() == null ? "down" : "behind";
        if (now.equals(state)) return;
        state = now;
        sessions.greeted().forEach(session -> session.send(Frames.store(state, seconds)));
    }

    /** The frame for somebody who has just come, or null while there is nothing to tell. */
    public String forNewcomers() {
        return state.equals(OK) ? null : Frames.store(state, seconds);
    }
}
