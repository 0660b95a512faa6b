package parley.web.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.boundary.StoredCatchUp;
import parley.web.database.Database;
import parley.web.database.DatabaseUnavailable;
import parley.web.node.ChatLog;
import parley.web.tail.Tail;
import parley.web.tail.TailItem;

/** What somebody who comes back has missed. */
@ApplicationScoped
public class Resumption {

    static final int MOST = 1_000;

    @Inject
    Tail tail;

    @Inject
    Database database;

    @Inject
    StoredCatchUp stored;

    @Inject
    ChatLog log;

    /** What the database adds where the tail does not go back far enough; asked before nothing moves. */
    public Map<ConversationId, StoredCatchUp.CatchUp> fromDatabase(Map<ConversationId, Position> resume) {
        int epoch = log.identity().epoch();
        var older = new HashMap<ConversationId, StoredCatchUp.CatchUp>();
        resume.forEach((conversation, pos) -> {
            boolean covered = tail.reading(() -> tail.after(conversation, pos, epoch)) != null;
            if (covered) return;
            try {
                older.put(conversation, database.quick(
                        () -> stored.after(conversation, pos, tail.partition(conversation), epoch, MOST + 1)));
            } catch (DatabaseUnavailable down) {
                // Not recovered: the client loads it afresh.
                System.getLogger(Resumption.class.getName())
                        .log(System.Logger.Level.DEBUG, "Conversation {0} is not resumed without the database.", conversation);
            }
        });
        return older;
    }

    /**
     * Call within {@link Tail#reading}. Everything after {@code pos}, oldest first, or null where that cannot be told
     * or is too much.
     */
    public List<TailItem> missed(ConversationId conversation, Position pos, StoredCatchUp.CatchUp older) {
        var recent = tail.after(conversation, pos, log.identity().epoch());
        if (recent != null) return recent.size() > MOST ? null : chained(pos, recent);
        boolean joins = older != null && older.nextOffset() >= tail.coveredFrom(tail.partition(conversation));
        if (!joins || older.messages().size() + older.events().size() > MOST) return null;
        var missed = new ArrayList<TailItem>();
        older.messages().forEach(posted -> missed.add(new TailItem.Message(posted, null)));
        older.events().forEach(event -> missed.add(new TailItem.Event(event, null)));
        missed.sort(java.util.Comparator.comparing(TailItem::pos));
        var from = missed.isEmpty() ? pos : missed.getLast().pos();
        missed.addAll(tail.afterUncovered(conversation, from));
        return missed.size() > MOST ? null : chained(pos, missed);
    }

    /** Rows do not know what was before them, nor does the tail's oldest; here it is known: the client holds all up to {@code pos}. */
    private static List<TailItem> chained(Position pos, List<TailItem> items) {
        var chained = new ArrayList<TailItem>(items.size());
        var before = pos.value() == 0 ? null : pos;
        for (var item : items) {
            chained.add(item.prev() == null ? item.after(before) : item);
            before = item.pos();
        }
        return chained;
    }
}
