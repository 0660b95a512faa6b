package parley.web.own.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.web.presence.signal.OwnStateChanged;

/** Changes that are stored, and that the other sessions do not know of yet. Of several of one part, the last is kept. */
final class UnannouncedChanges {

    /** Without a broker for long, more changes are only seen when a session loads the state again. */
    static final int MOST = 10_000;

    private final Map<OwnStateChanged.What, OwnStateChanged> waiting = new LinkedHashMap<>();

    synchronized void add(OwnStateChanged change) {
        if (waiting.size() < MOST || waiting.containsKey(change.what()))
            waiting.merge(change.what(), change, OwnStateChanged::orLater);
    }

    /** Removes all. */
    synchronized List<OwnStateChanged> take() {
        var all = List.copyOf(waiting.values());
        waiting.clear();
        return all;
    }
}
