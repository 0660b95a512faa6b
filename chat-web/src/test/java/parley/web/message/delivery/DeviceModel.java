package parley.web.message.delivery;

import java.util.HashMap;
import java.util.Map;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.web.log.tail.TailItem;

/** A client that keeps its user's places by the frames that it is sent, as docs/protocol.md tells it to. */
final class DeviceModel {

    private static final class Place {
        long place;
        long back;
        long sent;
    }

    final UserId user;
    final String session;
    private final Map<ConversationId, Place> places = new HashMap<>();

    DeviceModel(UserId user, String session) {
        this.user = user;
        this.session = session;
    }

    long place(ConversationId conversation) {
        return of(conversation).place;
    }

    private Place of(ConversationId conversation) {
        return places.computeIfAbsent(conversation, c -> new Place());
    }

    /** It has loaded the conversation. */
    void load(ConversationId conversation, ReadPlace reading) {
        var mine = of(conversation);
        mine.place = reading.place().value();
        mine.back = reading.isSetBack() ? reading.backAt().value() : 0;
        mine.sent = reading.hasSentSince() ? reading.sent().value() : 0;
    }

    /** Its user reads; the server is not waited for. */
    void read(ConversationId conversation, long pos) {
        var mine = of(conversation);
        mine.place = Math.max(mine.place, pos);
    }

    void setBack(ConversationId conversation, long place) {
        of(conversation).place = place;
    }

    void show(Shown shown) {
        if (shown instanceof Shown.Receipt receipt
                && receipt.user().equals(user)
                && !receipt.reportedBy().equals(session)) receipt(of(receipt.conversation()), receipt);
        else if (shown instanceof Shown.Item(var item, var receivers, var knowOriginal) && isOwn(item))
            sent(of(item.conversation()), item.pos());
    }

    /** Who joins loads the conversation, and is shown the place of the record with which they joined. */
    private boolean isOwn(TailItem item) {
        return switch (item) {
            case TailItem.Message(var message, var prev) -> message.sender().equals(user);
            case TailItem.Event(var event, var prev) ->
                event.detail() instanceof EventDetail.MemberChanged change
                        && change.user().equals(user)
                        && change.role() != null;
        };
    }

    private static void receipt(Place mine, Shown.Receipt receipt) {
        long read = receipt.read().value();
        if (receipt.backAt() == null) mine.place = Math.max(mine.place, read);
        else {
            mine.back = Math.max(mine.back, receipt.backAt().value());
            mine.place = mine.sent > mine.back ? Math.max(read, mine.sent) : read;
        }
    }

    private static void sent(Place mine, Position pos) {
        mine.sent = Math.max(mine.sent, pos.value());
        if (pos.value() > mine.back) mine.place = Math.max(mine.place, pos.value());
    }
}
