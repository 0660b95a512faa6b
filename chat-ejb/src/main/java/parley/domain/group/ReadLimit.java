package parley.domain.group;

import java.util.Optional;
import parley.domain.identity.Position;
import parley.domain.identity.Role;

/**
 * From which position a user may read a conversation. A member who joined while {@link HistoryAccess#JOINED} was set
 * reads from the record of joining, for as long as it is set.
 */
public final class ReadLimit {

    /** Everything may be read. */
    public static final Position NONE = new Position(0);

    /** Nothing may be read, or it is not known yet from where: the record of joining has not been read. */
    public static final Position NOTHING = new Position((1L << 53) - 1);

    private ReadLimit() {}

    /** @param joined where the membership began, or {@link #NONE} */
    public static Position ofMember(Position joined, HistoryAccess history) {
        return history == HistoryAccess.ALL ? NONE : joined;
    }

    /** As {@link #of(Role, Position, Visibility, HistoryAccess)}. */
    public static Optional<Position> of(Role role, Position joined, GroupAttributes group) {
        return of(role, joined, group.visibility(), group.history());
    }

    /**
     * Public groups can be read before joining, unless what new members may read begins with joining.
     *
     * @param role null for a user who is not a member
     * @param joined where the membership began, or {@link #NONE}
     * @return empty if the user must not know that the conversation exists
     */
    public static Optional<Position> of(Role role, Position joined, Visibility visibility, HistoryAccess history) {
        if (role != null) return Optional.of(ofMember(joined, history));
        if (visibility != Visibility.PUBLIC) return Optional.empty();
        return Optional.of(history == HistoryAccess.ALL ? NONE : NOTHING);
    }
}
