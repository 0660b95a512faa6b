package parley.domain.conversation.entity;

import static parley.domain.conversation.entity.ReadPlace.later;

import parley.domain.identity.Position;

/**
 * What consecutive receipts of one member do to their {@link ReadPlace}. A {@code read} moves it forward only. An
 * {@code unread} sets it, whatever was read before, so of several only the last one matters.
 *
 * @param order the order of the last of these receipts: its position in its partition of {@code chat_receipts}
 * @param place where the place is set, or up to where it moves
 * @param end null if it moves forward only; otherwise the greatest end of the log at which the place was set back
 * @param seen the greatest of the places
 */
public record PlaceChange(long order, Position place, Position end, Position seen) {

    public static PlaceChange read(long order, Position pos) {
        return new PlaceChange(order, pos, null, pos);
    }

    /** @param place the new place, just before the first unread message */
    public static PlaceChange unread(long order, Position place, Position end) {
        return new PlaceChange(order, place, end, place);
    }

    public boolean setsBack() {
        return end != null;
    }

    /** Both in their order, whichever was given first. Receipts that are in both count once. */
    public PlaceChange and(PlaceChange other) {
        if (other.order < order) return other.and(this);
        if (other.order == order) return this;
        var bothSeen = later(seen, other.seen);
        return other.setsBack()
                ? new PlaceChange(other.order, other.place, setsBack() ? later(end, other.end) : other.end, bothSeen)
                : new PlaceChange(other.order, later(place, other.place), end, bothSeen);
    }
}
