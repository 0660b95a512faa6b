package parley.web.presence;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import parley.domain.identity.UserId;
import parley.log.codec.UserStatus;

/** The statuses of all users; the greatest version of each one wins. It knows which of them change, also by ending. */
final class StatusTable {

    private record End(Instant at, UserId user) implements Comparable<End> {

        @Override
        public int compareTo(End other) {
            int order = at.compareTo(other.at);
            return order == 0 ? user.compareTo(other.user) : order;
        }
    }

    private final Map<UserId, UserStatus> statuses = new HashMap<>();
    private final NavigableSet<End> ends = new TreeSet<>();
    private final Set<UserId> changed = new HashSet<>();

    /** @return the current status, which is not {@code given} if a greater version was known */
    synchronized UserStatus put(UserStatus given) {
        var known = statuses.get(given.user());
        if (known != null && known.version() > given.version()) return known;
        statuses.put(given.user(), given);
        if (!given.showsAs(known)) changed.add(given.user());
        if (known != null) ends.removeAll(ends(known));
        ends.addAll(ends(given));
        return given;
    }

    private static List<End> ends(UserStatus status) {
        return Stream.of(status.until(), status.dndUntil())
                .filter(Objects::nonNull)
                .map(end -> new End(end, status.user()))
                .toList();
    }

    /** Null if the user has none. */
    synchronized UserStatus of(UserId user) {
        return statuses.get(user);
    }

    /** @return the users whose status has changed or ended since the last call */
    synchronized Set<UserId> changes(Instant now) {
        while (!ends.isEmpty() && !now.isBefore(ends.first().at)) changed.add(ends.pollFirst().user);
        if (changed.isEmpty()) return Set.of();
        var all = Set.copyOf(changed);
        changed.clear();
        return all;
    }
}
