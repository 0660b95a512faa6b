package parley.web.message.delivery;

import java.util.List;
import java.util.function.Consumer;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.log.codec.ReadReceipt;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailItem;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.message.reading.RecentReceipts;

/**
 * Shows receipts, in their order, to connected users: a place that moves forward to all members, one that is set back
 * only to the user's own sockets.
 */
final class ReceiptDelivery {

    /** In larger groups only the user's own sockets are shown receipts. */
    private static final int MAX_MEMBERS = 50;

    private static final String NOBODY = "";

    private final NodeMemberships members;
    private final ReadAccess readers;
    private final LogTail tail;
    private final RecentReceipts recent;
    private final Consumer<Shown> shown;

    ReceiptDelivery(
            NodeMemberships members, ReadAccess readers, LogTail tail, RecentReceipts recent, Consumer<Shown> shown) {
        this.members = members;
        this.readers = readers;
        this.tail = tail;
        this.recent = recent;
        this.shown = shown;
    }

    /** @param order of the receipt; one that is not later than those before is ignored */
    void take(int partition, ReadReceipt receipt, long order) {
        var conversation = receipt.conversation();
        var user = receipt.user();
        boolean wasSetBack = recent.isSetBack(conversation, user);
        var all = recent.add(partition, conversation, user, receipt.change(order));
        if (all.isEmpty()) return;
        // While a node starts, it shows nothing to anybody.
        if (!tail.hasBegun()) return;
        var receivers = members.receivers(conversation);
        if (!receivers.contains(user)) return;
        if (receipt.setsBack()) {
            var end = all.get().end();
            var place = readable(conversation, user, place(receipt, end));
            shown.accept(new Shown.Receipt(conversation, user, place, end, List.of(user), NOBODY));
            return;
        }
        // The reporting socket moved its place when it reported. If the place has also been set back, only the order
        // of the frames tells the socket which of the two is the later one.
        var reportedBy = wasSetBack ? NOBODY : receipt.session();
        shown.accept(new Shown.Receipt(
                conversation,
                user,
                receipt.pos(),
                null,
                receivers.size() > MAX_MEMBERS ? List.of(user) : receivers,
                reportedBy));
    }

    /**
     * What the user has sent since they set the place back has moved it again. The tail may no longer have it; clients
     * know it from the conversation that they have loaded.
     */
    private Position place(ReadReceipt back, Position end) {
        var since = tail.readLocked(() -> tail.after(back.conversation(), end));
        for (int i = since.size() - 1; i >= 0; i--) {
            if (since.get(i) instanceof TailItem.Message(var message, var prev)
                    && message.sender().equals(back.user())) return message.pos();
        }
        return back.pos();
    }

    /** As in lists: nothing before the first position that the user may read is unread. */
    private Position readable(ConversationId conversation, UserId user, Position place) {
        var from = readers.ofMember(conversation, user);
        if (from.equals(ReadLimit.NOTHING)) return place;
        var before = new Position(Math.max(0, from.value() - 1));
        return before.isAfter(place) ? before : place;
    }
}
