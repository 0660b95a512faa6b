package parley.web.search;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.control.MessageFolding;
import parley.domain.message.entity.MessageView;
import parley.domain.refusal.Refused;
import parley.web.account.directory.NameLookup;
import parley.web.file.text.DocumentTexts;
import parley.web.log.tail.LogTail;
import parley.web.membership.NodeGroups;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.search.index.IndexQuery;
import parley.web.search.index.MessageId;
import parley.web.search.query.Condition;
import parley.web.search.query.DocumentMatch;
import parley.web.search.query.FileTexts;
import parley.web.search.query.SearchQuery;
import parley.web.search.query.SearchedText;
import parley.web.search.query.TextMatch;

/** Searches what a caller may read; without the database, by what this node knows. */
public final class MessageSearch {

    /** The documents of a message can have hundreds of kilobytes of text, so not all hits are held with theirs. */
    private static final int WITH_TEXTS = 10;

    private final SearchNode node;
    private final LogTail tail;
    private final NodeMemberships members;
    private final NodeGroups groups;
    private final ReadAccess readers;
    private final NameLookup names;

    MessageSearch(
            SearchNode node,
            LogTail tail,
            NodeMemberships members,
            NodeGroups groups,
            ReadAccess readers,
            NameLookup names) {
        this.node = node;
        this.tail = tail;
        this.members = members;
        this.groups = groups;
        this.readers = readers;
        this.names = names;
    }

    /**
     * @param items newest first; can be fewer than asked for even if there are more
     * @param next the place after which the next page begins, or null at the end
     * @param total how many match in all, or null if that is not known
     */
    public record Page(List<FoundMessage> items, IndexQuery.Place next, Long total) {}

    /**
     * @param zone of the days in the query
     * @param after null for the first page
     * @throws Refused {@code unavailable} if the index is missing or too far behind
     */
    public Page search(UserId me, SearchQuery query, ZoneId zone, IndexQuery.Place after, int limit) {
        // Read before the index is asked: it has everything before these offsets.
        var next = node.status().require();
        var conversations = members.conversationsOf(me);
        var resolution = new QueryResolution(me, zone, conversations, names, groups, members);
        var scope = scope(me, conversations);
        var hits = node.index().search(new IndexQuery(resolution.parts(query), scope, after, limit + 1));
        var page = hits.messages().subList(0, Math.min(limit, hits.messages().size()));
        var still = readers.stillMember(
                me, page.stream().map(MessageView::conversation).collect(Collectors.toSet()));
        var allowed = page.stream()
                .filter(view -> isInScope(view, scope) && still.contains(view.conversation()))
                .toList();
        var shown = new ArrayList<FoundMessage>();
        for (int i = 0; i < allowed.size(); i += WITH_TEXTS) {
            var some = allowed.subList(i, Math.min(allowed.size(), i + WITH_TEXTS));
            var texts = texts(some, query);
            for (var view : some) {
                var documents = new DocumentMatch(texts.getOrDefault(MessageId.of(view), FileTexts.NONE));
                current(view, next)
                        .flatMap(now -> found(me, now, documents, query))
                        .ifPresent(shown::add);
            }
        }
        boolean hasMore = hits.messages().size() > limit;
        return new Page(
                shown,
                hasMore ? IndexQuery.Place.of(hits.messages().get(limit - 1)) : null,
                hits.isTotalExact() && after == null ? hits.total() : null);
    }

    /** Only if something is looked for in them. */
    private Map<MessageId, FileTexts> texts(List<MessageView> messages, SearchQuery query) {
        if (query.parts().stream().noneMatch(part -> part.condition() instanceof Condition.Text)) return Map.of();
        return node.index()
                .texts(messages.stream()
                        .filter(view -> view.files().stream().anyMatch(DocumentTexts::isDocument))
                        .map(MessageId::of)
                        .toList());
    }

    private IndexQuery.Scope scope(UserId me, List<ConversationId> conversations) {
        var whole = new HashSet<Long>();
        var later = new HashMap<ConversationId, Position>();
        for (var conversation : conversations) {
            var from = readers.ofMember(conversation, me);
            if (from.equals(ReadLimit.NONE)) whole.add(conversation.value());
            else if (!from.equals(ReadLimit.NOTHING)) later.put(conversation, from);
        }
        return new IndexQuery.Scope(whole, later);
    }

    private static boolean isInScope(MessageView view, IndexQuery.Scope scope) {
        if (scope.whole().contains(view.conversation().value())) return true;
        var from = scope.later().get(view.conversation());
        return from != null && !view.pos().isBefore(from);
    }

    /** The message with the changes that the index may not have yet; empty if it is revoked. */
    private Optional<MessageView> current(MessageView view, long[] next) {
        int partition = tail.partition(view.conversation());
        var recent = tail.changes(partition, view.conversation(), List.of(view.pos()));
        // Otherwise a revoke may be in neither, and its text must not be shown.
        if (recent.coveredFrom() > next[partition])
            throw Refused.unavailable("The search index is too far behind the log; please try again later.", null);
        var now = MessageFolding.fold(List.of(view), recent.oldestFirst()).getFirst();
        boolean revoked = now.revoked() || tail.isRevoked(partition, view.conversation(), view.pos());
        return revoked ? Optional.empty() : Optional.of(now);
    }

    private Optional<FoundMessage> found(UserId me, MessageView view, DocumentMatch documents, SearchQuery query) {
        var text = SearchedText.of(view);
        return TextMatch.of(query, text.whole(), documents).map(matches -> {
            var group = groups.find(view.conversation());
            var other = group.isPresent() ? Optional.<UserId>empty() : members.otherOfTwo(view.conversation(), me);
            return new FoundMessage(
                    view,
                    group.orElse(null),
                    other.flatMap(names::find).orElse(null),
                    text.inBody(matches),
                    documents.excerpts());
        });
    }
}
