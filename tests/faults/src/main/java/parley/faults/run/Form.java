package parley.faults.run;

import java.util.List;
import java.util.function.Predicate;
import parley.faults.fault.Fault;
import parley.faults.load.ClientPoolSettings;

/** How much of everything. */
enum Form {

    /** For every change: minutes. */
    SHORT(new ClientPoolSettings(60, 150, 50, 6, 6, 100, 2_000), 0) {
        @Override
        List<Step> steps(long seed, Predicate<Fault> possible) {
            return Plan.small(seed, possible);
        }
    },

    /** For the record: a piece of a run of a million messages. */
    LONG(ClientPoolSettings.full(), 250_000) {
        @Override
        List<Step> steps(long seed, Predicate<Fault> possible) {
            return Plan.full(seed, possible);
        }
    },

    /** The database dead for ten minutes, and nothing else: what a node's memory does. */
    OUTAGE(ClientPoolSettings.small(), 0) {
        @Override
        List<Step> steps(long seed, Predicate<Fault> possible) {
            return Plan.outage();
        }
    };

    private final ClientPoolSettings crowd;
    private final long messages;

    Form(ClientPoolSettings crowd, long messages) {
        this.crowd = crowd;
        this.messages = messages;
    }

    static Form wanted() {
        return valueOf(System.getProperty("faults.form", "short").toUpperCase());
    }

    /** What one piece has. */
    abstract List<Step> steps(long seed, Predicate<Fault> possible);

    ClientPoolSettings crowd() {
        var many = Boolean.getBoolean("faults.few") ? SHORT.crowd : crowd;
        return many.at(Integer.getInteger("faults.rate", many.messagesPerSecond()));
    }

    /** The least that one piece has to acknowledge. */
    long messages() {
        return Long.getLong("faults.messages", messages);
    }
}
