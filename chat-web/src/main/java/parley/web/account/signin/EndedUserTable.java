package parley.web.account.signin;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import parley.domain.identity.UserId;
import parley.log.codec.UserSessionsRevocation;
import parley.web.platform.clock.LogClock;

/**
 * The users who ended all their sessions but one. Each end stays in force, because it also ended the session that a
 * concurrent end excepts: of the ends with the same exception, only the last one is kept.
 */
final class EndedUserTable {

    private final LogClock clock;
    private final Consumer<UserSessionsEnded> onEnd;
    private final RevocationCleanup tombstones;
    private final Map<UserId, List<UserSessionsRevocation>> byUser = new ConcurrentHashMap<>();

    EndedUserTable(LogClock clock, Consumer<UserSessionsEnded> onEnd, RevocationCleanup tombstones) {
        this.clock = clock;
        this.onEnd = onEnd;
        this.tombstones = tombstones;
    }

    /** @param begun when the session began */
    boolean has(UserId user, String session, Instant begun) {
        return byUser.getOrDefault(user, List.of()).stream()
                .anyMatch(end -> !session.equals(end.except()) && !begun.isAfter(end.before()));
    }

    /** Called when this node has written the end to the log. */
    void ended(UserSessionsRevocation end) {
        put(end, true);
    }

    void take(UserSessionsRevocation end) {
        put(end, false);
    }

    private void put(UserSessionsRevocation end, boolean ours) {
        tombstones.ended(end.key(), end.expiresAt(), ours);
        if (end.expiresAt().isBefore(clock.instant())) return;
        byUser.merge(end.user(), List.of(end), (known, given) -> with(known, end));
        onEnd.accept(new UserSessionsEnded(end.user()));
    }

    private static List<UserSessionsRevocation> with(List<UserSessionsRevocation> known, UserSessionsRevocation end) {
        return List.copyOf(Stream.concat(known.stream(), Stream.of(end))
                .collect(toMap(UserSessionsRevocation::except, identity(), EndedUserTable::later))
                .values());
    }

    private static UserSessionsRevocation later(UserSessionsRevocation known, UserSessionsRevocation given) {
        return given.before().isBefore(known.before()) ? known : given;
    }

    /** Forgets ends whose ended tokens have expired. */
    void expire() {
        if (!clock.isSet()) return;
        var now = clock.instant();
        byUser.replaceAll((user, ends) ->
                ends.stream().filter(end -> !end.expiresAt().isBefore(now)).toList());
        byUser.values().removeIf(List::isEmpty);
    }
}
