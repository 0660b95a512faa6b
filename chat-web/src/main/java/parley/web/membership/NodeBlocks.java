package parley.web.membership;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.identity.UserId;
import parley.domain.outbox.entity.BlockChange;
import parley.log.codec.BlockState;
import parley.log.topic.Topics;
import parley.web.log.topic.ControlTopicListener;

/** Who has blocked whom, as this node knows it from {@code chat_blocks}; the greatest version of each block wins. */
public final class NodeBlocks implements ControlTopicListener {

    private record Pair(UserId user, UserId blocked) {}

    private record Known(boolean holds, long version) {

        static Known later(Known known, Known given) {
            return given.version >= known.version ? given : known;
        }
    }

    private final Map<Pair, Known> blocks = new ConcurrentHashMap<>();
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
        var holds = put(state.user(), state.blocked(), state.holds(), state.version());
        // Compaction keeps the last record of a key, so the greater version has to be the last.
        if (holds.version > state.version())
            out.send(new BlockState(state.user(), state.blocked(), holds.holds, holds.version));
    }

    /** Applies a committed change, before its record is read. */
    public void apply(BlockChange change) {
        put(change.user(), change.blocked(), change.holds(), change.version());
    }

    private Known put(UserId user, UserId blocked, boolean holds, long version) {
        return blocks.merge(new Pair(user, blocked), new Known(holds, version), Known::later);
    }

    /** Whether {@code user} has blocked {@code other}. */
    public boolean hasBlocked(UserId user, UserId other) {
        var known = blocks.get(new Pair(user, other));
        return known != null && known.holds;
    }
}
