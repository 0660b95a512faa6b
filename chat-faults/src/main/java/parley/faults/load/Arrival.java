package parley.faults.load;

import parley.faults.model.Change;

/**
 * Something new of a conversation.
 *
 * @param prev the place before it in the conversation, or -1 where the frame did not say
 * @param identity of a line; 0 for a change
 * @param body digest of a line's text
 * @param change null for a line
 */
record Arrival(long place, long prev, long identity, long body, Change change) {

    static Arrival line(long place, long prev, long identity, long body) {
        return new Arrival(place, prev, identity, body, null);
    }

    static Arrival change(long prev, Change change) {
        return new Arrival(change.at(), prev, 0, 0, change);
    }
}
