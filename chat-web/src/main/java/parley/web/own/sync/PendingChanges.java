package parley.web.own.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import parley.web.presence.signal.OwnStateChanged;

/** Changes that wait to be loaded, one after the other. Of several changes of one part, only the last is loaded. */
final class PendingChanges {

    private final Executor threads;
    private final Consumer<OwnStateChanged> load;
    private final Map<OwnStateChanged.What, OwnStateChanged> waiting = new LinkedHashMap<>();
    private boolean running;

    /** @param load throws nothing */
    PendingChanges(Executor threads, Consumer<OwnStateChanged> load) {
        this.threads = threads;
        this.load = load;
    }

    void add(OwnStateChanged change) {
        synchronized (waiting) {
            waiting.merge(change.what(), change, OwnStateChanged::orLater);
            if (running) return;
            running = true;
        }
        threads.execute(this::run);
    }

    private void run() {
        for (var next = next(); next != null; next = next()) load.accept(next);
    }

    /** Null if nothing waits; the next change then starts another run. */
    private OwnStateChanged next() {
        synchronized (waiting) {
            var first = waiting.entrySet().iterator();
            if (!first.hasNext()) {
                running = false;
                return null;
            }
            var change = first.next().getValue();
            first.remove();
            return change;
        }
    }
}
