package parley.web.message.delivery;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Accepted;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.record.Appended;
import parley.web.log.tail.EntryKey;
import parley.web.log.tail.Readout;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailItem;
import parley.web.membership.Members;

/**
 * What a record means to those connected here: its sender gets an {@code ok}, everybody else in the conversation a
 * frame. The first of a key counts, the rest are repeats; void records are skipped. It runs under the tail's lock, so
 * it only decides: the sockets' writers build the JSON.
 */
public final class Delivery implements Readout {

    private final String origin;
    private final Tail tail;
    private final SendOutcomes outcomes;
    private final Members members;
    private final Consumer<Shown> shown;
    private final BiConsumer<ConversationId, UserId> onJoined;

    /**
     * @param origin this boot of this node, as its records name it
     * @param shown given what connected users are to see, in the log's order; must return at once
     * @param onJoined told of a user who now belongs to a conversation; must return at once
     */
    public Delivery(
            String origin,
            Tail tail,
            SendOutcomes outcomes,
            Members members,
            Consumer<Shown> shown,
            BiConsumer<ConversationId, UserId> onJoined) {
        this.origin = origin;
        this.tail = tail;
        this.outcomes = outcomes;
        this.members = members;
        this.shown = shown;
        this.onJoined = onJoined;
    }

    @Override
    public void take(Appended record) {
        if (record.isVoid()) return;
        int partition = record.partition();
        var key = EntryKey.of(record.entry());
        var first = tail.find(partition, key);
        if (first != null) {
            outcomes.repeated(key, first);
            return;
        }
        if (isAfterRevoke(partition, record.entry())) {
            outcomes.refused(key, new Refused(Refusal.CONFLICT, "The message was revoked."));
            return;
        }
        tail.index(key, record);
        var prev = tail.last(partition, record.entry().conversation());
        switch (record.entry()) {
            case LogEntry.Message message -> {
                answer(key, record, prev);
                show(partition, new TailItem.Message(record.posted(message), prev));
            }
            case LogEntry.Event event -> {
                var item = new TailItem.Event(record.happened(event), prev);
                switch (event.detail()) {
                    case EventDetail.MemberChanged change -> {
                        boolean had = members.receives(event.conversation(), change.user());
                        members.apply(event.conversation(), change);
                        answer(key, record, prev);
                        if (change.shown()) show(partition, item);
                        tell(event.conversation(), change, had);
                    }
                    case EventDetail.OfMessage change -> {
                        answer(key, record, prev);
                        show(partition, item);
                    }
                }
            }
        }
    }

    /** It was under way when the message was revoked: in the log's order it comes too late, here and everywhere. */
    private boolean isAfterRevoke(int partition, LogEntry entry) {
        return entry instanceof LogEntry.Event event
                && event.detail() instanceof EventDetail.OfMessage change
                && !(change instanceof EventDetail.Revoked)
                && tail.isRevoked(partition, entry.conversation(), change.target());
    }

    /** First of all: the sender's socket gets its answer instead of the frame. */
    private void answer(EntryKey key, Appended record, Position prev) {
        var place = new Accepted(record.pos(), record.appendedAt());
        boolean byAnother = !record.origin().equals(origin);
        outcomes.accepted(record.partition(), key, place, prev, byAnother);
    }

    private void show(int partition, TailItem item) {
        // A session that is not live in the conversation yet pulls this from the tail, after what it missed before.
        tail.add(partition, item);
        shown.accept(new Shown.Item(item, members.receivers(item.conversation())));
    }

    private void tell(ConversationId conversation, EventDetail.MemberChanged change, boolean had) {
        if (change.role() != null) onJoined.accept(conversation, change.user());
        else if (had) shown.accept(new Shown.Gone(change.user(), conversation));
    }
}
