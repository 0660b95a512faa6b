package parley.web.message.delivery;

import java.util.List;
import java.util.function.Consumer;
import parley.domain.group.HistoryAccess;
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
import parley.web.membership.NodeGroups;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;

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
    private final NodeGroups groups;
    private final ReadAccess readers;
    private final Consumer<Shown> shown;
    private final ConversationListener listener;

    /**
     * @param origin identifies this run of this node in its records
     * @param shown receives what connected users are shown, in log order; must return at once
     * @param listener must return at once
     */
    public Delivery(
            String origin,
            LogTail tail,
            SendOutcomes outcomes,
            NodeMemberships members,
            NodeGroups groups,
            ReadAccess readers,
            Consumer<Shown> shown,
            ConversationListener listener) {
        this.origin = origin;
        this.tail = tail;
        this.outcomes = outcomes;
        this.members = members;
        this.groups = groups;
        this.readers = readers;
        this.shown = shown;
        this.listener = listener;
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
                        members.apply(event.conversation(), change, record.pos());
                        answer(key, record, prev);
                        if (change.shown()) show(partition, item);
                        notifyMembers(event.conversation(), change, had);
                    }
                    case EventDetail.GroupChanged change -> {
                        groups.apply(event.conversation(), change);
                        answer(key, record, prev);
                        show(partition, item);
                        listener.onChanged(event.conversation());
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
        var receivers = members.receivers(item.conversation());
        var earlier = earlierText(item);
        var late = earlier == null ? List.<UserId>of() : joinedAfter(earlier, item.conversation(), receivers);
        if (late.isEmpty()) {
            shown.accept(new Shown.Item(item, receivers));
        } else {
            shown.accept(new Shown.Item(item, without(receivers, late)));
            shown.accept(
                    new Shown.Item(item instanceof TailItem.Event event ? event.withoutText() : item, late, false));
        }
    }

    /** The message whose text is shown with the item: the one that an edit changes, or to which a message replies. */
    private static Position earlierText(TailItem item) {
        return switch (item) {
            case TailItem.Message message -> message.message().replyTo();
            case TailItem.Event event ->
                event.event().detail() instanceof EventDetail.Edited edit ? edit.target() : null;
        };
    }

    /** Those who may not read the message: its text is not shown to them, only the place in the order. */
    private List<UserId> joinedAfter(Position target, ConversationId conversation, List<UserId> receivers) {
        boolean isLimited = groups.find(conversation)
                .filter(group -> group.history() == HistoryAccess.ALL)
                .isEmpty();
        if (!isLimited) return List.of();
        return receivers.stream()
                .filter(user -> readers.ofMember(conversation, user).isAfter(target))
                .toList();
    }

    private static List<UserId> without(List<UserId> users, List<UserId> others) {
        return users.stream().filter(user -> !others.contains(user)).toList();
    }

    private void notifyMembers(ConversationId conversation, EventDetail.MemberChanged change, boolean had) {
        if (change.role() != null) listener.onJoined(conversation, change.user());
        else if (had) shown.accept(new Shown.Gone(change.user(), conversation));
    }
}
