package parley.web.membership;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refused;
import parley.log.codec.MembershipState;
import parley.log.topic.Topics;
import parley.web.log.topic.ControlTopicListener;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/**
 * What this node knows of memberships. {@code known} comes from {@code chat_members} and decides who may act.
 * {@code delivered} decides who receives what, and changes only at the member records of the log, in log order.
 */
public final class NodeMemberships implements ControlTopicListener {

    private final MembershipTable known = new MembershipTable();
    private final MembershipTable delivered = new MembershipTable();
    private volatile boolean followsLog;

    private final Conversations conversations;
    private final DatabaseGateway database;
    private final MembershipPublisher out;

    public NodeMemberships(Conversations conversations, DatabaseGateway database, MembershipPublisher out) {
        this.conversations = conversations;
        this.database = database;
        this.out = out;
    }

    @Override
    public String topic() {
        return Topics.MEMBERS;
    }

    @Override
    public boolean readsFromStart() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) return;
        var state = MembershipState.read(record);
        var conversation = state.conversation();
        var user = state.user();
        var place = new MembershipTable.Place(state.role(), state.version());
        var holds = known.put(conversation, user, place);
        if (!followsLog) delivered.put(conversation, user, place);
        // Compaction keeps the last record of a key, so the greater version has to be the last.
        if (followsLog && holds.version() > place.version()) {
            out.send(conversation, user, holds.role(), holds.version());
        }
    }

    /** From now on only the log starts and stops deliveries. */
    public void followLog() {
        followsLog = true;
    }

    /** Applies a member record of the log. */
    public void apply(ConversationId conversation, EventDetail.MemberChanged change) {
        var place = new MembershipTable.Place(change.role(), change.version());
        known.put(conversation, change.user(), place);
        delivered.put(conversation, change.user(), place);
    }

    /** Who receives what is said in a conversation at this position of the log. */
    public List<UserId> receivers(ConversationId conversation) {
        return delivered.of(conversation).entrySet().stream()
                .filter(place -> place.getValue().role() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The conversations of {@code user} as far as this node knows, in no order. */
    public List<ConversationId> conversationsOf(UserId user) {
        return known.conversationsOf(user);
    }

    /** The members of a conversation with their roles, as far as this node knows. */
    public Map<UserId, Role> roles(ConversationId conversation) {
        return known.of(conversation).entrySet().stream()
                .filter(place -> place.getValue().role() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, place -> place.getValue().role()));
    }

    /** Whether this node knows that {@code user} is a member. */
    public boolean isKnown(ConversationId conversation, UserId user) {
        return known.role(conversation, user).isPresent();
    }

    public boolean receives(ConversationId conversation, UserId user) {
        return delivered.role(conversation, user).isPresent();
    }

    /**
     * Checks what this node knows, and asks the database once if that is nothing.
     *
     * @throws Refused {@code not_found} if the user is not a member, as if the conversation did not exist
     */
    public void require(ConversationId conversation, UserId user) {
        if (known.role(conversation, user).isPresent()) return;
        Optional<Role> role;
        try {
            role = database.quick(() -> conversations.role(conversation, user));
        } catch (DatabaseUnavailable failed) {
            throw Refused.unavailable("Whether you belong to this conversation cannot be looked up now.", failed);
        }
        if (role.isEmpty()) throw notThere(conversation);
    }

    /** Asks the database; checks what this node knows if the database is down. */
    public void requireByDatabase(ConversationId conversation, UserId user) {
        boolean member;
        try {
            member =
                    database.quick(() -> conversations.role(conversation, user)).isPresent();
        } catch (DatabaseUnavailable down) {
            member = known.role(conversation, user).isPresent();
        }
        if (!member) throw notThere(conversation);
    }

    /** Checks only what this node knows, for callers whose query was not answered. */
    public void requireKnown(ConversationId conversation, UserId user) {
        if (known.role(conversation, user).isEmpty()) throw notThere(conversation);
    }

    public static Refused notThere(ConversationId conversation) {
        return Refused.notFound("There is no conversation " + conversation + ".");
    }
}
