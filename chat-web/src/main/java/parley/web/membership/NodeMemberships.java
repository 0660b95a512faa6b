package parley.web.membership;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.outbox.entity.MembershipChange;
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
        var place = new MembershipTable.Place(state.role(), state.version(), state.joinedVersion(), state.joined());
        var holds = known.put(conversation, user, place);
        if (!followsLog) delivered.put(conversation, user, place);
        // Compaction keeps the last record of a key, so the greater version has to be the last.
        if (followsLog && holds.version() > place.version()) {
            out.send(state(conversation, user, holds));
        }
    }

    /** From now on only the log starts and stops deliveries. */
    public void followLog() {
        followsLog = true;
    }

    /**
     * Applies a member record of the log.
     *
     * @param at its position
     */
    public void apply(ConversationId conversation, EventDetail.MemberChanged change, Position at) {
        var unknown = change.joinedVersion() == 0 ? ReadLimit.NONE : ReadLimit.NOTHING;
        var place = new MembershipTable.Place(
                change.role(), change.version(), change.joinedVersion(), change.limitsReading() ? at : unknown);
        known.put(conversation, change.user(), place);
        delivered.put(conversation, change.user(), place);
    }

    /**
     * Publishes a membership with the position at which it began, which only its record in the log tells. It may be the
     * record of another node, from before this node began to read.
     *
     * @param at the position of the record of {@code change}
     */
    public CompletionStage<Void> publish(MembershipChange change, Position at) {
        boolean begins = change.role() != null && change.version() == change.joinedVersion();
        var place = new MembershipTable.Place(
                change.role(), change.version(), change.joinedVersion(), begins ? at : ReadLimit.NOTHING);
        var holds = known.put(change.conversation(), change.user(), place);
        return out.send(state(change.conversation(), change.user(), holds));
    }

    private static MembershipState state(ConversationId conversation, UserId user, MembershipTable.Place place) {
        return new MembershipState(
                conversation, user, place.role(), place.version(), place.joinedVersion(), place.joined());
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

    /** As far as this node knows; empty if {@code user} is not a member. */
    public Optional<Role> role(ConversationId conversation, UserId user) {
        return known.role(conversation, user);
    }

    /** Where the membership began, if that limits what the member may read and this node knows the member. */
    public Optional<Position> joined(ConversationId conversation, UserId user) {
        return Optional.ofNullable(known.of(conversation).get(user)).map(MembershipTable.Place::joined);
    }

    /**
     * The other member, if only these two ever were members and neither has a role that only groups have: then it is a
     * direct conversation.
     */
    public Optional<UserId> otherOfTwo(ConversationId conversation, UserId user) {
        var places = known.of(conversation);
        if (places.size() != 2) return Optional.empty();
        if (places.values().stream().anyMatch(place -> place.role() != Role.MEMBER)) return Optional.empty();
        return places.keySet().stream().filter(member -> !member.equals(user)).findFirst();
    }

    /**
     * Checks what this node knows, and asks the database once if that is nothing.
     *
     * @throws Refused {@code not_found} if the user is not a member, as if the conversation did not exist
     */
    public Role require(ConversationId conversation, UserId user) {
        var role = known.role(conversation, user);
        if (role.isPresent()) return role.get();
        try {
            return database.quick(() -> conversations.role(conversation, user))
                    .orElseThrow(() -> notThere(conversation));
        } catch (DatabaseUnavailable failed) {
            throw Refused.unavailable("Whether you belong to this conversation cannot be looked up now.", failed);
        }
    }

    public static Refused notThere(ConversationId conversation) {
        return Refused.notFound("There is no conversation " + conversation + ".");
    }
}
