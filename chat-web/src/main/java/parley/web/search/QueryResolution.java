package parley.web.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.text.SearchKey;
import parley.web.account.directory.NameLookup;
import parley.web.membership.NodeGroups;
import parley.web.membership.NodeMemberships;
import parley.web.search.index.IndexQuery;
import parley.web.search.index.IndexQuery.Filter;
import parley.web.search.query.Condition;
import parley.web.search.query.SearchQuery;

/** Resolves the names of a query to ids: for one caller and the conversations that the caller may search. */
final class QueryResolution {

    private static final String ME = "me";
    private static final Set<String> EVERYONE = Set.of("channel", "here");
    private static final Pattern ID = Pattern.compile("[0-9]{1,15}");

    private final UserId me;
    private final ZoneId zone;
    private final List<ConversationId> conversations;
    private final NameLookup names;
    private final NodeGroups groups;
    private final NodeMemberships members;
    private final Map<ConversationId, String> titles = new HashMap<>();

    QueryResolution(
            UserId me,
            ZoneId zone,
            List<ConversationId> conversations,
            NameLookup names,
            NodeGroups groups,
            NodeMemberships members) {
        this.me = me;
        this.zone = zone;
        this.conversations = conversations;
        this.names = names;
        this.groups = groups;
        this.members = members;
    }

    List<IndexQuery.Part> parts(SearchQuery query) {
        var parts = new ArrayList<IndexQuery.Part>();
        var senders = new LinkedHashSet<Long>();
        var places = new LinkedHashSet<Long>();
        boolean hasSenders = false;
        boolean hasPlaces = false;
        for (var part : query.parts()) {
            var filter = filter(part.condition());
            // A message has one sender and one conversation, so of several one is enough.
            if (!part.isExcluded() && filter instanceof Filter.Senders(var ids)) {
                hasSenders = true;
                senders.addAll(ids);
            } else if (!part.isExcluded() && filter instanceof Filter.Conversations(var ids)) {
                hasPlaces = true;
                places.addAll(ids);
            } else {
                parts.add(new IndexQuery.Part(filter, part.isExcluded()));
            }
        }
        if (hasSenders) parts.add(new IndexQuery.Part(new Filter.Senders(senders), false));
        if (hasPlaces) parts.add(new IndexQuery.Part(new Filter.Conversations(places), false));
        return parts;
    }

    private Filter filter(Condition condition) {
        return switch (condition) {
            case Condition.Text text -> new Filter.Text(text);
            case Condition.From(var name) -> new Filter.Senders(user(name));
            case Condition.In(var name) -> new Filter.Conversations(conversations(name));
            case Condition.Mentions(var name) -> new Filter.Mentioned(mentioned(name));
            case Condition.Sent(var first, var end) -> new Filter.Sent(start(first), start(end));
            case Condition.Marked(var mark) -> new Filter.Marked(mark);
        };
    }

    private Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** Nobody if there is no such user. */
    private Set<Long> user(String name) {
        return id(name).map(user -> Set.of(user.value())).orElse(Set.of());
    }

    private Optional<UserId> id(String name) {
        var username = username(name);
        return username.equals(ME) ? Optional.of(me) : names.findActive(username);
    }

    private static String username(String name) {
        return (name.startsWith("@") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    private Set<Long> mentioned(String name) {
        var username = username(name);
        if (EVERYONE.contains(username)) return Set.of(IndexQuery.EVERYONE);
        return username.equals(ME) ? Set.of(me.value(), IndexQuery.EVERYONE) : user(name);
    }

    /** By number, by title, or by the other member of a direct conversation. */
    private Set<Long> conversations(String name) {
        var number = name.startsWith("#") ? name.substring(1) : name;
        if (ID.matcher(number).matches()) {
            long id = Long.parseLong(number);
            return conversations.stream().anyMatch(each -> each.value() == id) ? Set.of(id) : Set.of();
        }
        if (name.startsWith("@")) return direct(name);
        var titled = titled(title(number));
        return titled.isEmpty() && !name.startsWith("#") ? direct(name) : titled;
    }

    private Set<Long> titled(String wanted) {
        var exact = ids(conversations.stream().filter(each -> title(each).equals(wanted)));
        if (!exact.isEmpty()) return exact;
        return ids(conversations.stream().filter(each -> title(each).startsWith(wanted)));
    }

    /** Folding thousands of titles takes time, and a query can have several parts. */
    private String title(ConversationId conversation) {
        return titles.computeIfAbsent(conversation, this::foldedTitle);
    }

    private String foldedTitle(ConversationId conversation) {
        return groups.find(conversation)
                .map(group -> group.title() == null ? "" : title(group.title()))
                .orElse("");
    }

    /** So that a title can be written without quotes: "engine-room" for "Engine room". */
    private static String title(String text) {
        return SearchKey.fold(text).replace(' ', '-');
    }

    private Set<Long> direct(String name) {
        var other = id(name);
        if (other.isEmpty()) return Set.of();
        return ids(conversations.stream()
                .filter(each -> groups.find(each).isEmpty())
                .filter(each -> members.otherOfTwo(each, me).equals(other)));
    }

    private static Set<Long> ids(Stream<ConversationId> found) {
        return found.map(ConversationId::value).collect(Collectors.toSet());
    }
}
