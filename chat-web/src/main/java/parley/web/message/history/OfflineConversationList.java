package parley.web.message.history;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.account.entity.UserProfile;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.group.GroupAttributes;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.web.account.directory.UserDirectory;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.log.topic.StoredOffsets;
import parley.web.membership.NodeGroups;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;

/**
 * The conversation list of a user while the database is down. Memberships, names and the attributes of groups come from
 * the log, and last messages from the tail.
 */
@ApplicationScoped
public class OfflineConversationList {

    private static final Comparator<ConversationView> NEWEST_FIRST = Comparator.comparing(ConversationView::lastAt)
            .thenComparing(view -> view.id().value())
            .reversed();

    @Inject
    @ConfigProperty(name = "parley.node.knownBytes", defaultValue = "33554432")
    long knownBytes;

    @Inject
    NodeMemberships members;

    @Inject
    UserDirectory users;

    @Inject
    NodeGroups groups;

    @Inject
    ReadAccess readers;

    @Inject
    TailOverlay overlay;

    @Inject
    LogTail tail;

    @Inject
    StoredOffsets stored;

    @Inject
    LogConnection log;

    private ConversationCache shown;

    @PostConstruct
    void begin() {
        shown = new ConversationCache(knownBytes);
    }

    /** What the database has stored; to be called before it is read. */
    public AsOf asOf() {
        return new AsOf(Map.copyOf(stored.all()));
    }

    /** @param stored by partition */
    public record AsOf(Map<Integer, StoredOffsets.Stored> stored) {

        long nextOffset(int partition, int epoch) {
            var found = stored.get(partition);
            return found == null || found.epoch() != epoch ? 0 : found.nextOffset();
        }
    }

    /** @param view the result of a database query that followed {@code asOf} */
    public TailOverlay.Stored stored(UserId me, ConversationView view, AsOf asOf) {
        return new TailOverlay.Stored(
                me,
                view,
                asOf.nextOffset(tail.partition(view.id()), log.identity().epoch()));
    }

    public void remember(Collection<TailOverlay.Merged> merged) {
        for (var each : merged) {
            var stored = each.stored();
            shown.put(stored.reader(), new ConversationCache.Shown(stored.view(), stored.storedBelow(), each.known()));
        }
    }

    /** Most recent activity first, including what is in the tail; the parameters are those of the database query. */
    public List<ConversationView> page(UserId me, Instant at, long id, int limit) {
        return members.conversationsOf(me).stream()
                .map(conversation -> view(conversation, me))
                .filter(view -> view.lastAt().isBefore(at)
                        || view.lastAt().equals(at) && view.id().value() < id)
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** Empty also if the user is not a member and the conversation is not public. */
    public Optional<ConversationView> find(ConversationId conversation, UserId me) {
        boolean isPublic =
                groups.find(conversation).filter(GroupAttributes::isPublic).isPresent();
        return isPublic || members.role(conversation, me).isPresent()
                ? Optional.of(view(conversation, me))
                : Optional.empty();
    }

    /** The members with their names, by user id; who has read how far is not known. */
    public List<ConversationView.Member> members(ConversationId conversation) {
        var start = new Position(0);
        return members.roles(conversation).entrySet().stream()
                .map(member -> {
                    var profile = users.find(member.getKey());
                    return new ConversationView.Member(
                            member.getKey(),
                            profile.map(UserProfile::username).orElse(null),
                            profile.map(UserProfile::displayName).orElse(null),
                            member.getValue(),
                            start);
                })
                .sorted(Comparator.comparing(member -> member.user().value()))
                .toList();
    }

    private ConversationView view(ConversationId conversation, UserId me) {
        var known = shown.find(me, conversation, tail.coveredFrom(tail.partition(conversation)))
                .orElseGet(() -> new ConversationCache.Shown(bare(conversation), 0, null));
        return overlay.over(new TailOverlay.Stored(me, current(known.view(), me), known.storedBelow()), known.unread());
    }

    /** With what this node knows better than a view that was shown before. */
    private ConversationView current(ConversationView view, UserId me) {
        return view.as(
                        groups.find(view.id()).orElse(view.attributes()),
                        members.role(view.id(), me).orElse(null))
                .readableFrom(readers.known(view.id(), me).orElse(ReadLimit.NOTHING));
    }

    private ConversationView bare(ConversationId conversation) {
        var roles = members.roles(conversation);
        boolean direct = groups.find(conversation).isEmpty() && roles.size() == 2 && !roles.containsValue(Role.OWNER);
        var start = new Position(0);
        var listed = roles.size() > ConversationView.MOST_MEMBERS_SHOWN
                ? List.<ConversationView.Member>of()
                : members(conversation);
        return new ConversationView(
                conversation,
                direct ? ConversationKind.DIRECT : ConversationKind.GROUP,
                GroupAttributes.DEFAULT,
                roles.size(),
                listed,
                null,
                start,
                Instant.EPOCH,
                ReadPlace.UNKNOWN,
                UnreadCount.NONE,
                null,
                ReadLimit.NONE);
    }
}
