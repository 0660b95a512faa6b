package parley.web.message.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.boundary.StoredHistory;
import parley.domain.message.control.MessageFolding;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Quote;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/**
 * Computes what replies quote, whenever they are shown: from the messages at hand, from the tail, and otherwise with one
 * query of the database. If neither has the message now, the quote has only its position (docs/decisions/0026).
 */
public class Quotes {

    private final LogTail tail;
    private final DatabaseGateway database;
    private final StoredHistory stored;
    private final LogConnection log;

    public Quotes(LogTail tail, DatabaseGateway database, StoredHistory stored, LogConnection log) {
        this.tail = tail;
        this.database = database;
        this.stored = stored;
        this.log = log;
    }

    /** What a reply to {@code original} quotes now. */
    public Quote of(ConversationId conversation, Position original) {
        return find(conversation, Set.of(original), List.of()).get(original);
    }

    /** As {@link #of}, but only from the tail; empty if it does not have the message. */
    Optional<Quote> recent(ConversationId conversation, Position original) {
        int partition = tail.partition(conversation);
        return tail.message(partition, conversation, original).map(view -> quote(partition, view));
    }

    /**
     * Adds their quotes to those views of a conversation that are replies.
     *
     * @param readFrom from which position on the reader may read; what precedes it does not exist for the reader
     */
    public List<MessageView> addTo(ConversationId conversation, List<MessageView> views, Position readFrom) {
        var originals = new LinkedHashSet<Position>();
        for (var view : views) if (isReply(view)) originals.add(view.replyTo());
        if (originals.isEmpty()) return views;
        var readable = originals.stream()
                .filter(original -> !readFrom.isAfter(original))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var quotes = find(conversation, readable, views);
        return views.stream()
                .map(view -> isReply(view)
                        ? view.with(quotes.getOrDefault(view.replyTo(), Quote.missing(view.replyTo())))
                        : view)
                .toList();
    }

    private static boolean isReply(MessageView view) {
        return view.replyTo() != null && !view.revoked();
    }

    /** @param atHand views of the conversation with all known changes folded in */
    private Map<Position, Quote> find(
            ConversationId conversation, Set<Position> originals, Collection<MessageView> atHand) {
        int partition = tail.partition(conversation);
        var quotes = new HashMap<Position, Quote>();
        for (var view : atHand) if (originals.contains(view.pos())) quotes.put(view.pos(), Quote.of(view));
        var older = new ArrayList<Position>();
        for (var original : originals) {
            if (quotes.containsKey(original)) continue;
            recent(conversation, original)
                    .ifPresentOrElse(quote -> quotes.put(original, quote), () -> older.add(original));
        }
        if (!older.isEmpty()) quotes.putAll(stored(partition, conversation, older));
        return quotes;
    }

    private Map<Position, Quote> stored(int partition, ConversationId conversation, List<Position> originals) {
        int epoch = log.identity().epoch();
        StoredHistory.StoredPage rows;
        try {
            rows = database.quick(() -> stored.at(conversation, originals, partition, epoch));
        } catch (DatabaseUnavailable down) {
            return originals.stream().collect(Collectors.toMap(pos -> pos, Quote::unknown));
        }
        // Read after the rows, so a change that the tail drops in between is in the rows.
        var recent = tail.changes(partition, conversation, originals);
        // Otherwise a revoke may be in neither, and its text must not be shown.
        boolean complete = recent.coveredFrom() <= rows.nextOffset();
        var found = MessageFolding.fold(rows.views(), recent.oldestFirst()).stream()
                .collect(Collectors.toMap(MessageView::pos, view -> view));
        var quotes = new HashMap<Position, Quote>();
        for (var original : originals) {
            var view = found.get(original);
            if (!complete) quotes.put(original, Quote.unknown(original));
            else if (view == null) quotes.put(original, Quote.missing(original));
            else quotes.put(original, quote(partition, view));
        }
        return quotes;
    }

    private Quote quote(int partition, MessageView view) {
        boolean revoked = tail.isRevoked(partition, view.conversation(), view.pos());
        return Quote.of(revoked ? view.withoutBody() : view);
    }
}
