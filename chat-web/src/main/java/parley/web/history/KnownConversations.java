package parley.web.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.web.membership.Members;

/**
 * Somebody's conversations while the database is down: who belongs where is the log's knowledge, the last line the
 * tail's; titles and names are what this node has shown lately, and are left out where it has not.
 */
@ApplicationScoped
public class KnownConversations {

    private static final int MOST_REMEMBERED = 20_000;
    private static final Comparator<ConversationView> NEWEST_FIRST =
            Comparator.comparing(ConversationView::lastAt).thenComparing(view -> view.id().value()).reversed();

    private record Key(UserId user, ConversationId conversation) {}

    private final Map<Key, ConversationView> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ConversationView> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    @Inject
    Members members;

    @Inject
    Recent recent;

    /** @param views as the database gave them */
    public void remember(UserId me, Collection<ConversationView> views) {
        synchronized (remembered) {
            views.forEach(view -> remembered.put(new Key(me, view.id()), view));
        }
    }

    /** Newest activity first, what is recent included; arguments as in the database's own page. */
    public List<ConversationView> page(UserId me, Instant at, long id, int limit) {
        return members.conversationsOf(me).stream()
                .map(conversation -> view(conversation, me))
                .filter(view -> view.lastAt().isBefore(at) || view.lastAt().equals(at) && view.id().value() < id)
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** Empty also for a stranger. */
    public Optional<ConversationView> find(ConversationId conversation, UserId me) {
        return members.roles(conversation).containsKey(me) ? Optional.of(view(conversation, me)) : Optional.empty();
    }

    private ConversationView view(ConversationId conversation, UserId me) {
        ConversationView shown;
        synchronized (remembered) {
            shown = remembered.get(new Key(me, conversation));
        }
        return recent.over(shown == null ? bare(conversation) : shown, me);
    }

    private ConversationView bare(ConversationId conversation) {
        var roles = members.roles(conversation);
        boolean direct = roles.size() == 2 && !roles.containsValue(Role.OWNER);
        var start = new Position(0);
        var shown = roles.size() > ConversationView.MOST_MEMBERS_SHOWN
                ? List.<ConversationView.Member>of()
                : roles.entrySet().stream()
                        .map(member -> new ConversationView.Member(member.getKey(), null, null, member.getValue(), start))
                        .sorted(Comparator.comparing(member -> member.user().value()))
                        .toList();
        return new ConversationView(
                conversation, direct ? ConversationKind.DIRECT : ConversationKind.GROUP, null, roles.size(), shown,
                null, start, Instant.EPOCH, start, 0);
    }
}
