package parley.web.message.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.domain.conversation.entity.PlaceChange;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** The receipts that this node has read, combined for each member: all that may not be stored, and recent others. */
public final class RecentReceipts {

    private record Member(ConversationId conversation, UserId user) {}

    private record Known(int partition, PlaceChange change) {

        boolean isBelow(Map<Integer, Long> storedBelow) {
            return new Position(change.order()).offset() < storedBelow.getOrDefault(partition, 0L);
        }
    }

    private final int most;
    /** The member whose last receipt is the oldest comes first. */
    private final Map<Member, Known> known = new LinkedHashMap<>();

    /** @param most the number of members to keep, besides those whose receipts are not stored */
    public RecentReceipts(int most) {
        this.most = most;
    }

    /**
     * Adds a receipt.
     *
     * @param partition of {@code chat_receipts}
     * @return all receipts of the member that are known; empty if this one was known, so that it changes nothing
     */
    public synchronized Optional<PlaceChange> add(
            int partition, ConversationId conversation, UserId user, PlaceChange receipt) {
        var member = new Member(conversation, user);
        var before = known.get(member);
        if (before != null && receipt.order() <= before.change.order()) return Optional.empty();
        var all = before == null ? receipt : before.change.and(receipt);
        known.remove(member);
        known.put(member, new Known(partition, all));
        return Optional.of(all);
    }

    /** What the database has, with the receipts that it does not have. */
    public ReadPlace over(ConversationId conversation, UserId user, ReadPlace stored) {
        var change = find(conversation, user);
        return change == null ? stored : stored.with(change);
    }

    /** The greatest position that the member is known to have read, or {@code stored} if that is greater. */
    public Position seen(ConversationId conversation, UserId user, Position stored) {
        var change = find(conversation, user);
        return change != null && change.seen().isAfter(stored) ? change.seen() : stored;
    }

    /** Whether the member is known to have set the place back. */
    public boolean isSetBack(ConversationId conversation, UserId user) {
        var change = find(conversation, user);
        return change != null && change.setsBack();
    }

    private synchronized PlaceChange find(ConversationId conversation, UserId user) {
        var found = known.get(new Member(conversation, user));
        return found == null ? null : found.change;
    }

    /**
     * Forgets the oldest if there are too many.
     *
     * @param storedBelow by partition, the offset below which receipts are in the database; others are not forgotten
     */
    public synchronized void forget(Map<Integer, Long> storedBelow) {
        var oldest = known.values().iterator();
        while (known.size() > most && oldest.hasNext()) {
            if (oldest.next().isBelow(storedBelow)) oldest.remove();
        }
    }

    public synchronized int size() {
        return known.size();
    }
}
