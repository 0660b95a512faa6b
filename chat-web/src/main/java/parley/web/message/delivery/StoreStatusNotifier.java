package parley.web.message.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseState;
import parley.web.platform.runtime.ScheduledTask;

/** Notifies users when accepted messages are not stored in time. */
@ApplicationScoped
public class StoreStatusNotifier {

    /** A shorter lag is normal for the persister. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

    private static final String OK = "ok";

    @Inject
    LogTail tail;

    @Inject
    LogConnection log;

    @Inject
    LogClock clock;

    @Inject
    DatabaseGateway database;

    @Inject
    Event<Shown> shown;

    private volatile State state = new State(OK, 0);

    /** @param seconds how long this has been the case */
    record State(String word, long seconds) {

        /** @param unstored the age of the oldest message that is not stored */
        static State of(DatabaseState database, Duration unstored) {
            if (database instanceof DatabaseState.Failing(var since) && isWorthTelling(since)) {
                return new State("down", Math.max(since.toSeconds(), unstored.toSeconds()));
            }
            return new State(isWorthTelling(unstored) ? "behind" : OK, unstored.toSeconds());
        }

        private static boolean isWorthTelling(Duration duration) {
            return duration.compareTo(WORTH_TELLING) >= 0;
        }

        Shown.StoreState shown() {
            return new Shown.StoreState(word, seconds);
        }
    }

    @Produces
    ScheduledTask notification() {
        return ScheduledTask.quick("store status", Duration.ofSeconds(1), this::update);
    }

    private void update() {
        var oldest = tail.oldestUnstored(log.identity().epoch());
        var unstored = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        var before = state;
        state = State.of(database.state(), unstored);
        if (state.word.equals(before.word)) return;
        shown.fire(state.shown());
    }

    /** The status for a new socket, or null while everything is stored in time. */
    public Shown.StoreState statusForNewSocket() {
        var now = state;
        return now.word.equals(OK) ? null : now.shown();
    }
}
