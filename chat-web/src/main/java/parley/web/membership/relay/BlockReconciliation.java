package parley.web.membership.relay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import parley.domain.account.boundary.UserBlocks;
import parley.domain.account.entity.Block;
import parley.web.membership.NodeBlocks;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/**
 * Publishes blocks that this node knows otherwise than the database has them. Nodes of the version before change only
 * the database.
 */
public final class BlockReconciliation {

    static final Duration PERIOD = Duration.ofMinutes(5);

    /** Longer than a record may be on its way to the topic. */
    private static final Duration LIFTED_KEPT = Duration.ofDays(1);

    private static final System.Logger LOG = System.getLogger(BlockReconciliation.class.getName());

    private final DatabaseGateway database;
    private final UserBlocks stored;
    private final NodeBlocks known;
    private final Runnable relay;
    private final InstantSource clock;
    private Set<Block> different = Set.of();

    BlockReconciliation(
            DatabaseGateway database, UserBlocks stored, NodeBlocks known, Runnable relay, InstantSource clock) {
        this.database = database;
        this.stored = stored;
        this.known = known;
        this.relay = relay;
        this.clock = clock;
    }

    void run() {
        known.forgetLifted(clock.instant().minus(LIFTED_KEPT));
        try {
            reconcile();
        } catch (DatabaseUnavailable down) {
            LOG.log(System.Logger.Level.DEBUG, "The database is unavailable; blocks are compared with it later.", down);
        }
    }

    /** A difference counts only if the run before saw it too: a recent change may be on its way to this node. */
    private void reconcile() {
        var before = different;
        different = differences();
        long published = different.stream()
                .filter(before::contains)
                .filter(block -> database.inBackground(() -> stored.republish(block, clock.instant())))
                .count();
        if (published == 0) return;
        LOG.log(System.Logger.Level.INFO, "Published {0} blocks that differed from those in the database.", published);
        relay.run();
    }

    private Set<Block> differences() {
        var rows = database.inBackground(stored::all);
        var here = known.all();
        var differences = new HashSet<>(rows);
        differences.removeAll(here);
        here.stream().filter(block -> !rows.contains(block)).forEach(differences::add);
        return differences;
    }
}
