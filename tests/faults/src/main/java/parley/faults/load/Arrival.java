package parley.faults.load;

import parley.faults.model.Change;
import parley.faults.model.Fold;

/**
 * Something new of a conversation.
 *
 * @param prev the place before it in the conversation, or -1 where the frame did not say
 * @param identity of a line; 0 for a change
 * @param fold a line's text with the changes that are folded in; null for a change
 * @param change null for a line
 */
record Arrival(long place, long prev, long identity, Fold fold, Change change) {

    static Arrival line(long place, long prev, long identity, Fold fold) {
        return new Arrival(place, prev, identity, fold, null);
    }

    static Arrival change(long prev, Change change) {
        return new Arrival(change.at(), prev, 0, null, change);
    }
}
