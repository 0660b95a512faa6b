package parley.web.own.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.concurrent.Executor;
import parley.web.platform.database.DatabaseUnavailable;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.presence.ConnectedUsers;
import parley.web.presence.signal.OwnStateChanged;

/**
 * Loads what has changed for the user's sessions on this node. Users with a single client cause no query. If the
 * database does not answer, the sessions learn only that the part has changed.
 */
@ApplicationScoped
class OwnStateNotifier {

    private static final System.Logger LOG = System.getLogger(OwnStateNotifier.class.getName());

    @Inject
    ConnectedUsers connected;

    @Inject
    OwnStateReader reader;

    @Inject
    NodeExecutors threads;

    @Inject
    Event<OwnStateLoaded> loaded;

    private final PendingChanges pending = new PendingChanges(runOn(), this::load);

    private Executor runOn() {
        return task -> threads.platform().execute(task);
    }

    void changed(@Observes OwnStateChanged change) {
        if (connected.hasOtherClient(change.user(), change.client())) pending.add(change);
    }

    /** Throws nothing: the next changes have to be loaded in any case. */
    private void load(OwnStateChanged change) {
        try {
            loaded.fire(new OwnStateLoaded(change, value(change)));
        } catch (RuntimeException bug) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The sessions of user " + change.user() + " do not learn of a change of the "
                            + change.part().code() + ".",
                    bug);
        }
    }

    /** Null if it cannot be loaded. */
    private JsonValue value(OwnStateChanged change) {
        try {
            return reader.value(change);
        } catch (DatabaseUnavailable down) {
            return null;
        } catch (RuntimeException bug) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The " + change.part().code() + " of user " + change.user()
                            + " could not be loaded; the user's sessions load it themselves.",
                    bug);
            return null;
        }
    }
}
