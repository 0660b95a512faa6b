package parley.web.membership;

import java.time.Instant;
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

    /** @param at when the record was appended, in milliseconds; {@link #UNREAD} before it was read */
    private record Known(boolean holds, long version, long at) {

        static final long UNREAD = Long.MAX_VALUE;

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
        if (record.value() == null) {
            forgotten(BlockState.ofKey(record.key()));
            return;
        }
        var state = BlockState.read(record);
        var block = new Block(state.user(), state.blocked());
        var holds = put(block, new Known(state.holds(), state.version(), record.timestamp()));
        // Compaction keeps the last record of a key, so the greater version has to be the last.
        if (holds.version > state.version()) publish(block, holds);
    }

    /** The block may have been set again while another node deleted its record; then the record must be there. */
    private void forgotten(Block block) {
        var left = blocks.computeIfPresent(block, (b, known) -> known.holds ? known : null);
        if (left != null) publish(block, left);
    }

    private void publish(Block block, Known known) {
        out.send(new BlockState(block.user(), block.blocked(), known.holds, known.version));
    }

    /** Applies a committed change, before its record is read. */
    public void apply(BlockChange change) {
        put(new Block(change.user(), change.blocked()), new Known(change.holds(), change.version(), Known.UNREAD));
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

    /**
     * Deletes the records of blocks that were lifted before {@code before}. Until then their versions are needed: an
     * older record could still arrive. Every node forgets a block when it reads that its record was deleted.
     */
    public void forgetLifted(Instant before) {
        blocks.forEach((block, known) -> {
            if (!known.holds && known.at < before.toEpochMilli()) out.delete(block);
        });
    }
}
