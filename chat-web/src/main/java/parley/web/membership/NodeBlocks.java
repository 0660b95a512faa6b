package parley.web.membership;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.account.entity.Block;
import parley.domain.identity.UserId;
import parley.domain.outbox.entity.BlockChange;
import parley.log.codec.BlockState;
import parley.log.topic.Topics;
import parley.web.log.topic.ControlTopicListener;

/** Who has blocked whom, as this node knows it from {@code chat_blocks}; the greatest version of each block wins. */
public final class NodeBlocks implements ControlTopicListener {

    private record Known(boolean holds, long version) {

        static Known later(Known known, Known given) {
            return given.version >= known.version ? given : known;
        }
    }

    private final Map<Block, Known> blocks = new ConcurrentHashMap<>();
    private final BlockPublisher out;

    public NodeBlocks(BlockPublisher out) {
        this.out = out;
    }

    @Override
    public String topic() {
        return Topics.BLOCKS;
    }

    @Override
    public boolean readsFromStart() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) return;
        var state = BlockState.read(record);
        var block = new Block(state.user(), state.blocked());
        var holds = put(block, new Known(state.holds(), state.version()));
        // Compaction keeps the last record of a key, so the greater version has to be the last.
        if (holds.version > state.version()) publish(block, holds);
    }

    private void publish(Block block, Known known) {
        out.send(new BlockState(block.user(), block.blocked(), known.holds, known.version));
    }

    /** Applies a committed change, before its record is read. */
    public void apply(BlockChange change) {
        put(
                new Block(change.user(), change.blocked()),
                new Known(change.holds(), change.version()));
    }

    private Known put(Block block, Known given) {
        return blocks.merge(block, given, Known::later);
    }

    /** Whether {@code user} has blocked {@code other}. */
    public boolean hasBlocked(UserId user, UserId other) {
        var known = blocks.get(new Block(user, other));
        return known != null && known.holds;
    }

    public Set<Block> all() {
        return blocks.entrySet().stream()
                .filter(block -> block.getValue().holds)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
