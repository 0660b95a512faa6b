package parley.web.membership;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.identity.ConversationId;
import parley.domain.message.entity.EventDetail;
import parley.domain.outbox.entity.GroupChange;
import parley.log.codec.GroupState;
import parley.log.topic.Topics;
import parley.web.log.topic.ControlTopicListener;

/**
 * The attributes of groups as this node knows them, from {@code chat_conversations} and from the records of the log; the
 * greatest version wins. A conversation that is not here is a direct one, or a group that was made moments ago.
 */
public final class NodeGroups implements ControlTopicListener {

    /** @param isWhole false if it is the result of a change of a state that this node did not have */
    private record Known(GroupAttributes attributes, long version, boolean isWhole) {

        static Known later(Known known, Known given) {
            return given.version >= known.version ? given : known;
        }
    }

    private static final AttributeChange FROM_JOINING =
            new AttributeChange(null, null, null, null, null, HistoryAccess.JOINED);

    private final Map<ConversationId, Known> groups = new ConcurrentHashMap<>();
    private final GroupPublisher out;

    public NodeGroups(GroupPublisher out) {
        this.out = out;
    }

    @Override
    public String topic() {
        return Topics.CONVERSATIONS;
    }

    @Override
    public boolean readsFromStart() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) return;
        var state = GroupState.read(record);
        var holds = put(state.conversation(), state.attributes(), state.version());
        // Compaction keeps the last record of a key, so the greater version has to be the last.
        if (holds.version > state.version() && holds.isWhole)
            out.send(new GroupState(state.conversation(), holds.attributes, holds.version));
    }

    /** Applies a committed change, before its record is read. */
    public void apply(GroupChange change) {
        put(change.conversation(), change.attributes(), change.version());
    }

    /**
     * Applies a record of the log, which has only what changed. If this node does not have the state before it, the
     * history may be limited, so it is until the state is read.
     */
    public void apply(ConversationId conversation, EventDetail.GroupChanged changed) {
        groups.compute(conversation, (id, known) -> {
            if (known != null && known.version >= changed.version()) return known;
            var before = known == null ? GroupAttributes.DEFAULT : known.attributes;
            boolean isNext = known != null && known.isWhole && known.version + 1 == changed.version();
            var after = isNext ? before.with(changed.change()) : guessed(before, changed.change());
            return new Known(after, changed.version(), isNext);
        });
    }

    private static GroupAttributes guessed(GroupAttributes before, AttributeChange change) {
        var limited = before.with(FROM_JOINING);
        // A public group needs a title, and this node does not know it.
        boolean isNameless = limited.title() == null && change.title() == null;
        return limited.with(isNameless ? withoutVisibility(change) : change);
    }

    private static AttributeChange withoutVisibility(AttributeChange change) {
        return new AttributeChange(
                change.title(), change.topic(), null, change.posting(), change.archived(), change.history());
    }

    private Known put(ConversationId conversation, GroupAttributes attributes, long version) {
        return groups.merge(conversation, new Known(attributes, version, true), Known::later);
    }

    public Optional<GroupAttributes> find(ConversationId conversation) {
        return Optional.ofNullable(groups.get(conversation)).map(Known::attributes);
    }
}
