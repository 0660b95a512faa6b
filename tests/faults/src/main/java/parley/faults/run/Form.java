package parley.faults.run;

import java.util.List;
import java.util.function.Predicate;
import parley.cluster.server.Release;
import parley.faults.fault.Fault;
import parley.faults.load.ClientPoolSettings;

/** The extent of a run. */
enum Form {

    /** Minutes, for every change. */
    SHORT(new ClientPoolSettings(60, 150, 50, 6, 6, 50, 2_000, ClientPoolSettings.SOME_EXTRAS), 0) {
        @Override
        List<Step> steps(long seed, Predicate<Fault> possible) {
            return Plan.small(seed, possible);
        }
    },

    /** A quarter of a run of a million messages. */
    LONG(ClientPoolSettings.full(), 250_000) {
        @Override
        List<Step> steps(long seed, Predicate<Fault> possible) {
            return Plan.full(seed, possible);
        }
    },

    /** The cluster starts with the version in {@code previous.dir}; its nodes change the version under load. */
    UPGRADE(SHORT.clients.withExtras(0), 0) {
        @Override
        List<Step> steps(long seed, Predicate<Fault> possible) {
            return Plan.upgrade(firstRelease());
        }

        @Override
        Release firstRelease() {
            return Release.previous()
                    .orElseThrow(() -> new IllegalStateException("-Dprevious.dir is not set: see .ci/upgrade"));
        }
    },

    /** Only a ten-minute outage of the database, to watch the memory of the nodes. */
    OUTAGE(ClientPoolSettings.small(), 0) {
        @Override
        List<Step> steps(long seed, Predicate<Fault> possible) {
            return Plan.outage();
        }
    };

    private final ClientPoolSettings clients;
    private final long messages;

    Form(ClientPoolSettings clients, long messages) {
        this.clients = clients;
        this.messages = messages;
    }

    static Form wanted() {
        return valueOf(System.getProperty("faults.form", "short").toUpperCase());
    }

    /** What the cluster starts with. */
    Release firstRelease() {
        return Release.CURRENT;
    }

    abstract List<Step> steps(long seed, Predicate<Fault> possible);

    ClientPoolSettings clients() {
        var settings = Boolean.getBoolean("faults.few") ? SHORT.clients : clients;
        return settings.at(Integer.getInteger("faults.rate", settings.messagesPerSecond()))
                .withExtras(Integer.getInteger("faults.extras", settings.extras()));
    }

    /** The minimum number of acknowledged messages. */
    long messages() {
        return Long.getLong("faults.messages", messages);
    }
}
