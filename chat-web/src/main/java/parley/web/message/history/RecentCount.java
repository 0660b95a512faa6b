package parley.web.message.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import parley.domain.conversation.entity.StoredUnread;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.Mentions;
import parley.web.log.tail.TailItem;

/**
 * What recent items of a conversation add to a count that was made before them. A message that the count includes and
 * that is revoked afterwards is subtracted.
 */
final class RecentCount {

    private static final class Message {
        final boolean isCounted;
        /** Whether the earlier count has it as a mention. */
        boolean wasMention;

        boolean isMention;

        Message(boolean isCounted, boolean isMention) {
            this.isCounted = isCounted;
            this.wasMention = isCounted && isMention;
            this.isMention = isMention;
        }
    }

    private final UserId reader;
    private final StoredUnread before;
    private final Position place;
    private final Position entered;
    private final Position counted;
    private final Predicate<Position> revoked;
    private final Map<Position, Message> others = new HashMap<>();
    private final Set<Position> own = new HashSet<>();
    /** Whether messages that the earlier count has not looked at for mentions mention the reader. */
    private final Map<Position, Boolean> edited = new HashMap<>();

    private long unread;
    private long mentions;

    private RecentCount(UserId reader, Position entered, StoredUnread before, Predicate<Position> revoked) {
        this.reader = reader;
        this.entered = entered;
        this.before = before;
        this.place = before.place();
        this.counted = before.next();
        this.revoked = revoked;
    }

    /**
     * @param items oldest first: everything from {@code before.next()} on, and possibly earlier items
     * @param entered messages before it do not mention the reader
     * @param before the earlier count
     * @param revoked the messages that are known to be revoked
     * @return the whole count
     */
    static UnreadCount of(
            List<TailItem> items, UserId reader, Position entered, StoredUnread before, Predicate<Position> revoked) {
        var count = new RecentCount(reader, entered, before, revoked);
        items.forEach(count::add);
        return before.count().plus(count.total()).notNegative();
    }

    /** The messages after the place that are revoked by items but are not among them. */
    static Set<Position> revokedElsewhere(List<TailItem> items, Position place) {
        Set<Position> revoked = null;
        for (var item : items) {
            if (item instanceof TailItem.Event(var event, var prev)
                    && event.detail() instanceof EventDetail.Revoked(var target)
                    && target.isAfter(place)
                    && target.isBefore(items.getFirst().pos())) {
                if (revoked == null) revoked = new HashSet<>();
                revoked.add(target);
            }
        }
        return revoked == null ? Set.of() : revoked;
    }

    /** The messages of others after the place that are edited by items but are not among them. */
    static Set<Position> editedElsewhere(List<TailItem> items, Position place, UserId reader) {
        Set<Position> edited = null;
        for (var item : items) {
            if (item instanceof TailItem.Event(var event, var prev)
                    && event.detail() instanceof EventDetail.Edited edit
                    && !event.actor().equals(reader)
                    && edit.target().isAfter(place)
                    && edit.target().isBefore(items.getFirst().pos())) {
                if (edited == null) edited = new HashSet<>();
                edited.add(edit.target());
            }
        }
        return edited == null ? Set.of() : edited;
    }

    private void add(TailItem item) {
        switch (item) {
            case TailItem.Message(var message, var prev) -> {
                if (!message.pos().isAfter(place)) return;
                if (message.sender().equals(reader)) own.add(message.pos());
                else
                    others.put(
                            message.pos(),
                            new Message(counted.isAfter(message.pos()), isMention(message.pos(), message.mentions())));
            }
            case TailItem.Event(var event, var prev) -> {
                if (event.detail() instanceof EventDetail.Edited edit) edited(event, edit);
                else if (event.detail() instanceof EventDetail.Revoked(var target)) revoked(event, target);
            }
        }
    }

    private boolean isMention(Position pos, Mentions mentions) {
        return mentions.include(reader) && pos.isAfter(entered);
    }

    private void edited(LoggedEvent event, EventDetail.Edited edit) {
        boolean isMention = isMention(edit.target(), edit.mentions());
        var message = others.get(edit.target());
        if (message == null) {
            if (before.edited().contains(edit.target())) edited.put(edit.target(), isMention);
            return;
        }
        message.isMention = isMention;
        if (message.isCounted && counted.isAfter(event.at())) message.wasMention = message.isMention;
    }

    private void revoked(LoggedEvent event, Position target) {
        if (!target.isAfter(place)) return;
        edited.remove(target);
        var message = others.remove(target);
        boolean isSubtracted = counted.isAfter(target)
                && !counted.isAfter(event.at())
                && !before.revoked().contains(target);
        if (!isSubtracted || own.contains(target)) return;
        // A message that is not among the items is taken for its actor's. If a moderator revoked it, the database
        // knows.
        if (message == null && event.actor().equals(reader)) return;
        unread--;
        if (message != null && message.wasMention) mentions--;
    }

    private UnreadCount total() {
        others.forEach((pos, message) -> {
            if (!message.isCounted && revoked.test(pos)) return;
            if (!message.isCounted) unread++;
            if (message.isMention) mentions++;
            if (message.wasMention) mentions--;
        });
        for (boolean isMention : edited.values()) if (isMention) mentions++;
        return new UnreadCount(unread, mentions);
    }
}
