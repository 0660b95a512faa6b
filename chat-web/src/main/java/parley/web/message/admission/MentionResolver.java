package parley.web.message.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;
import parley.domain.refusal.Refused;
import parley.domain.text.MentionGrammar;
import parley.web.account.directory.NameLookup;
import parley.web.membership.NodeBlocks;
import parley.web.membership.NodeMemberships;

/**
 * Resolves the mentions of a message or an edit, from what this node knows without the database. A text without
 * {@code @} costs one scan and no allocation.
 */
final class MentionResolver {

    private final NameLookup users;
    private final NodeMemberships members;
    private final NodeBlocks blocks;
    private final EveryonePolicy everyonePolicy;
    private final Consumer<UserId> everyoneLimit;

    /** @param everyoneLimit counts a mention of everyone for its sender, or throws {@link Refused} */
    MentionResolver(
            NameLookup users,
            NodeMemberships members,
            NodeBlocks blocks,
            EveryonePolicy everyonePolicy,
            Consumer<UserId> everyoneLimit) {
        this.users = users;
        this.members = members;
        this.blocks = blocks;
        this.everyonePolicy = everyonePolicy;
        this.everyoneLimit = everyoneLimit;
    }

    /**
     * The entry with its mentions. That it mentions everyone does not count until {@link #takeFromLimit}.
     *
     * @param sender is informed of names without effect
     */
    LogEntry resolve(LogEntry entry, SendCallback sender) {
        return switch (entry) {
            case LogEntry.Message message
            when names(message.body().value()) ->
                message.with(mentions(entry, message.body().value(), sender));
            case LogEntry.Event event
            when event.detail() instanceof EventDetail.Edited edited && names(edited.body()) ->
                new LogEntry.Event(
                        event.conversation(),
                        event.cid(),
                        event.actor(),
                        new EventDetail.Edited(edited.target(), edited.body(), mentions(entry, edited.body(), sender)));
            case LogEntry.Message message -> message;
            case LogEntry.Event event -> event;
        };
    }

    /**
     * Counts an entry that is about to be written, if it mentions everyone.
     *
     * @param resolved with its mentions
     * @throws Refused {@code rate_limited}
     */
    void takeFromLimit(LogEntry resolved) {
        if (resolved.mentions().everyone() != null) everyoneLimit.accept(resolved.actor());
    }

    private static boolean names(String body) {
        return body.indexOf('@') >= 0;
    }

    private Mentions mentions(LogEntry entry, String body, SendCallback sender) {
        var named = new LinkedHashMap<String, UserId>();
        var spans = MentionGrammar.find(body, name -> isUser(name, named));
        if (spans.isEmpty()) return Mentions.NONE;
        var mentioned = new ArrayList<UserId>();
        var notMembers = new ArrayList<UserId>();
        for (var user : usersOf(spans, named)) {
            // Who has blocked the sender is not mentioned, and the sender is not informed.
            if (blocks.hasBlocked(user, entry.actor())) continue;
            (members.isKnown(entry.conversation(), user) ? mentioned : notMembers).add(user);
        }
        var everyone = everyone(spans);
        boolean refused = everyone != null && !everyonePolicy.allows(entry.conversation(), entry.actor());
        if (refused || !notMembers.isEmpty()) sender.onNotMentioned(new NotMentioned(notMembers, refused));
        return Mentions.of(mentioned, refused ? null : everyone);
    }

    private boolean isUser(String name, LinkedHashMap<String, UserId> named) {
        if (named.containsKey(name)) return true;
        var user = users.findActive(name);
        user.ifPresent(id -> named.put(name, id));
        return user.isPresent();
    }

    private static List<UserId> usersOf(List<MentionGrammar.Span> spans, LinkedHashMap<String, UserId> named) {
        return spans.stream()
                .filter(span -> !span.isOfEveryone())
                .map(span -> named.get(span.name()))
                .distinct()
                .toList();
    }

    /** All members, if the text names both all and those who are online. */
    private static Mentions.Everyone everyone(List<MentionGrammar.Span> spans) {
        Mentions.Everyone everyone = null;
        for (var span : spans) {
            if (span.name().equals(MentionGrammar.CHANNEL)) return Mentions.Everyone.CHANNEL;
            if (span.name().equals(MentionGrammar.HERE)) everyone = Mentions.Everyone.HERE;
        }
        return everyone;
    }
}
