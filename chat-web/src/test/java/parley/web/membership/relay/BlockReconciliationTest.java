package parley.web.membership.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import parley.domain.account.boundary.UserBlocks;
import parley.domain.account.entity.Block;
import parley.domain.identity.UserId;
import parley.domain.outbox.entity.BlockChange;
import parley.web.membership.BlockPublisher;
import parley.web.membership.NodeBlocks;
import parley.web.platform.database.FakeDatabase;

class BlockReconciliationTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final Block ONE = new Block(new UserId(1), new UserId(2));
    private static final Block OTHER = new Block(new UserId(2), new UserId(3));

    private final FakeDatabase database = new FakeDatabase();
    private final Set<Block> rows = new HashSet<>();
    private final List<Block> published = new ArrayList<>();
    private int wakes;

    private final NodeBlocks known = new NodeBlocks(new BlockPublisher() {
        @Override
        public CompletionStage<Void> delete(Block block) {
            return CompletableFuture.completedFuture(null);
        }
    });

    private final BlockReconciliation reconciliation = new BlockReconciliation(
            database,
            new UserBlocks() {
                @Override
                public Set<Block> all() {
                    return Set.copyOf(rows);
                }

                @Override
                public boolean republish(Block block, Instant now) {
                    return published.add(block);
                }
            },
            known,
            () -> wakes++,
            () -> TIME);

    @Test
    void what_the_node_knows_as_the_database_has_it_is_not_published() {
        set(ONE);
        known(ONE, true);
        known(OTHER, false);
        run(3);
        assertThat(published).isEmpty();
        assertThat(wakes).isZero();
    }

    @Test
    void a_lasting_difference_is_published_whether_the_block_was_set_or_lifted() {
        set(ONE);
        known(OTHER, true);
        run(1);
        assertThat(published).isEmpty();
        run(1);
        assertThat(published).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(wakes).isOne();
    }

    @Test
    void a_change_that_arrives_before_the_next_run_is_not_published() {
        set(ONE);
        run(1);
        known(ONE, true);
        run(2);
        assertThat(published).isEmpty();
    }

    @Test
    void nothing_happens_while_the_database_is_down() {
        set(ONE);
        run(1);
        database.down = true;
        run(3);
        assertThat(published).isEmpty();
        database.down = false;
        run(1);
        assertThat(published).containsExactly(ONE);
    }

    private void run(int times) {
        for (int i = 0; i < times; i++) reconciliation.run();
    }

    private void set(Block block) {
        rows.add(block);
    }

    private void known(Block block, boolean holds) {
        known.apply(new BlockChange(block.user(), block.blocked(), holds, 1));
    }
}
