package parley.web.history;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.boundary.StoredPages;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Range;
import parley.domain.refusal.Refused;
import parley.web.node.ChatLog;
import parley.web.tail.LogEnds;
import parley.web.tail.Tail;
import parley.web.tail.TailItem;

/**
 * Pages without holes: the log's end is asked, the tail waited for, and tail and database joined by position. What
 * lies in neither is read from the log itself.
 */
@ApplicationScoped
public class History {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(History.class.getName());

    @Inject
    ChatLog log;

    @Inject
    LogEnds ends;

    @Inject
    Tail tail;

    @Inject
    StoredPages pages;

    @Inject
    LogGap gap;

    /**
     * @param next for the page that follows in the same direction, or null at the end
     * @param fresh false where the log could not be asked
     */
    public record Page(List<MessageView> items, Position next, boolean fresh) {}

    public Page page(ConversationId conversation, Range range) {
        int partition = tail.partition(conversation);
        var end = end(partition);
        var recent = tail.snapshot(conversation);
        var items = new ArrayList<>(recent.items());
        // The tail is at the end, or so far behind that the rest is read on the side.
        if (end > recent.position()) items.addAll(gap.read(conversation, partition, recent.position(), end));
        boolean fresh = end >= 0;
        if (range.newestFirst() && Joined.reaches(items, range)) return Joined.page(List.of(), items, range, fresh);
        StoredPages.StoredPage stored;
        try {
            stored = pages.read(conversation, range.withOneMore(), partition, log.identity().epoch());
        } catch (EJBException down) {
            return withoutDatabase(recent, items, range, fresh, down);
        }
        if (recent.coveredFrom() > stored.nextOffset()) {
            items.addAll(0, gap.read(conversation, partition, stored.nextOffset(), recent.coveredFrom()));
        }
        return Joined.page(stored.views(), items, range, fresh);
    }

    /** The offset that the tail has to have read, or -1 where the log cannot be asked. */
    private long end(int partition) {
        try {
            long end = ends.now().get(2, TimeUnit.SECONDS).byPartition()[partition];
            tail.await(partition, end, PATIENCE);
            return end;
        } catch (ExecutionException | TimeoutException away) {
            LOG.log(System.Logger.Level.DEBUG, "The log cannot be asked where it ends; the page is not fresh.", away);
            return -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("This node is stopping.", stopped);
        }
    }

    private Page withoutDatabase(Tail.Snapshot recent, List<TailItem> items, Range range, boolean fresh, EJBException down) {
        var oldest = Position.at(log.identity().epoch(), recent.coveredFrom());
        boolean newest = range.newestFirst() && range.before() == Long.MAX_VALUE;
        boolean inTail = range.newestFirst() ? newest : range.after() >= oldest.value() - 1;
        if (!inTail) {
            throw Refused.unavailable("Older messages cannot be read now; please try again in a moment.", down);
        }
        var page = Joined.page(List.of(), items, range, fresh);
        if (!range.newestFirst() || page.next() != null) return page;
        // What is older than the tail is there, but not now.
        var next = page.items().isEmpty() ? oldest : page.items().getFirst().pos();
        return new Page(page.items(), next, fresh);
    }
}
