package parley.web.message.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import parley.domain.conversation.boundary.ConversationViews;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.web.membership.NodeMemberships;
import parley.web.message.history.OfflineConversationList;
import parley.web.message.history.TailOverlay;
import parley.web.message.reading.RecentReceipts;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/** Conversations as their members see them; while the database is down, as far as this node knows them. */
@ApplicationScoped
class ConversationLookup {

    @Inject
    DatabaseGateway database;

    @Inject
    ConversationViews views;

    @Inject
    TailOverlay recent;

    @Inject
    OfflineConversationList known;

    @Inject
    RecentReceipts receipts;

    List<ConversationView> page(UserId reader, ConversationListCursor from, int limit) {
        var asOf = known.asOf();
        try {
            var stored = database.quick(() -> views.page(reader, from.at(), from.id(), limit));
            return shown(reader, stored, asOf);
        } catch (DatabaseUnavailable down) {
            return known.page(reader, from.at(), from.id(), limit);
        }
    }

    /**
     * The members after {@code after}, by user id, with how far they have read; the reader with their own place.
     *
     * @throws Refused {@code not_found} if {@code reader} is not a member
     */
    List<ConversationView.Member> members(UserId reader, ConversationId conversation, long after, int limit) {
        var found = find(reader, conversation);
        if (found.role() == null) throw NodeMemberships.notThere(conversation);
        var place = found.reading().place();
        return members(conversation, after, limit).stream()
                .map(member -> member.readTo(
                        member.user().equals(reader)
                                ? place
                                : receipts.seen(conversation, member.user(), member.read())))
                .toList();
    }

    private List<ConversationView.Member> members(ConversationId conversation, long after, int limit) {
        try {
            return database.quick(() -> views.members(conversation, after, limit));
        } catch (DatabaseUnavailable down) {
            return known.members(conversation).stream()
                    .filter(member -> member.user().value() > after)
                    .limit(limit)
                    .toList();
        }
    }

    /** @throws Refused {@code not_found} if {@code reader} is not a member and it is not public */
    ConversationView find(UserId reader, ConversationId conversation) {
        return look(reader, conversation).orElseThrow(() -> NodeMemberships.notThere(conversation));
    }

    private Optional<ConversationView> look(UserId reader, ConversationId conversation) {
        var asOf = known.asOf();
        try {
            var stored = database.quick(() -> views.find(conversation, reader));
            return shown(reader, stored.stream().toList(), asOf).stream().findFirst();
        } catch (DatabaseUnavailable down) {
            return known.find(conversation, reader);
        }
    }

    private List<ConversationView> shown(
            UserId reader, List<ConversationView> stored, OfflineConversationList.AsOf asOf) {
        var merged = recent.over(
                stored.stream().map(view -> known.stored(reader, view, asOf)).toList());
        known.remember(merged);
        return merged.stream().map(TailOverlay.Merged::shown).toList();
    }
}
