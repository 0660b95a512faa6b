package parley.web.message.delivery;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AppendResult;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.record.Appended;
import parley.log.rule.Classification;
import parley.log.rule.EntryKey;
import parley.log.rule.RecordRules;
import parley.web.log.tail.LogRecordHandler;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailItem;
import parley.web.membership.NodeMemberships;

/**
 * Delivers records to connected users: the sender gets {@code ok}, the other members a frame. A record without effect
 * is shown to nobody; the sender of a duplicate gets the position of the first record. It runs under the tail's lock,
 * so it only decides; the sockets' writers build the JSON.
 */
public final class Delivery implements LogRecordHandler {

    private final String origin;
    private final LogTail tail;
    private final SendOutcomes outcomes;
    private final NodeMemberships members;
    private final Consumer<Shown> shown;
    private final BiConsumer<ConversationId, UserId> onJoined;

    /**
     * @param origin identifies this run of this node in its records
     * @param shown receives what connected users are shown, in log order; must return at once
     * @param onJoined called for each user who becomes a member; must return at once
     */
    public Delivery(
            String origin,
            LogTail tail,
            SendOutcomes outcomes,
            NodeMemberships members,
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
        var key = EntryKey.of(record.entry());
        var known = tail.known(record.partition());
        var first = tail.firstBefore(record, key);
        var firstPos = first == null ? null : first.pos();
        switch (RecordRules.classify(record, firstPos, target -> known.isRevoked(target, record.pos()))) {
            case Classification.Expired expired -> {}
            case Classification.Duplicate duplicate -> outcomes.onRepeated(key, first);
            case Classification.AfterRevoke late ->
                outcomes.onRefused(key, new Refused(Refusal.CONFLICT, "The message was revoked."));
            case Classification.Effective effective -> deliver(key, record);
        }
    }

    private void deliver(EntryKey key, Appended record) {
        int partition = record.partition();
        tail.index(key, record);
        var prev = tail.last(partition, record.entry().conversation());
        switch (record.entry()) {
            case LogEntry.Message message -> {
                answer(key, record, prev);
                show(partition, new TailItem.Message(record.message(message), prev));
            }
            case LogEntry.Event event -> {
                var item = new TailItem.Event(record.event(event), prev);
                switch (event.detail()) {
                    case EventDetail.MemberChanged change -> {
                        boolean had = members.receives(event.conversation(), change.user());
                        members.apply(event.conversation(), change);
                        answer(key, record, prev);
                        if (change.shown()) show(partition, item);
                        notifyMembers(event.conversation(), change, had);
                    }
                    case EventDetail.OfMessage change -> {
                        answer(key, record, prev);
                        show(partition, item);
                    }
                }
            }
        }
    }

    /** Called before the record is shown: the sender's socket gets its answer instead of the frame. */
    private void answer(EntryKey key, Appended record, Position prev) {
        var place = new AppendResult(record.pos(), record.appendedAt());
        boolean fromOtherNode = !record.origin().equals(origin);
        outcomes.onAccepted(record.partition(), key, place, prev, fromOtherNode);
    }

    private void show(int partition, TailItem item) {
        // A session that is still catching up reads this from the tail, after what it missed before.
        tail.add(partition, item);
        shown.accept(new Shown.Item(item, members.receivers(item.conversation())));
    }

    private void notifyMembers(ConversationId conversation, EventDetail.MemberChanged change, boolean had) {
        if (change.role() != null) onJoined.accept(conversation, change.user());
        else if (had) shown.accept(new Shown.Gone(change.user(), conversation));
    }
}
