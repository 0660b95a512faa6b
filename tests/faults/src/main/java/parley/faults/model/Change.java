package parley.faults.model;

/**
 * A change of a message.
 *
 * @param target the position of the message
 * @param at the position of the change
 * @param body digest of the new text of an edit
 * @param emoji of a reaction, else null
 */
public record Change(Kind kind, long target, long at, long by, long body, String emoji, boolean on) {

    public Fold apply(Fold fold) {
        return switch (kind) {
            case EDITED -> fold.edited(at, body);
            case REVOKED -> fold.revoked(at);
            case REACTION -> fold.reacted(at, emoji, by, on);
            case MESSAGE, MEMBER, CHANGED, UNREADABLE -> fold;
        };
    }
}
