package parley.web.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/** Memberships by conversation and by user; the greatest version of each one wins. */
final class MembershipTable {

    /**
     * @param role null if the user has left
     * @param joinedVersion the version whose record limits what the member may read; 0 if nothing does
     * @param joined the position of that record, or {@link ReadLimit#NOTHING} until a node has read it
     */
    record Place(Role role, long version, long joinedVersion, Position joined) {

        /** The greater version, with the position that either of them knows. */
        static Place later(Place known, Place given) {
            var later = given.version >= known.version ? given : known;
            var other = later == given ? known : given;
            boolean isMissing = later.joined.equals(ReadLimit.NOTHING) && other.joinedVersion == later.joinedVersion;
            return isMissing ? new Place(later.role, later.version, later.joinedVersion, other.joined) : later;
        }
    }

    /** Most conversations have two members, and a node knows all conversations. */
    private static final int INITIAL_CAPACITY = 2;

    private final Map<ConversationId, Map<UserId, Place>> places = new ConcurrentHashMap<>();

    /** The conversations that a user belongs or belonged to, as longs because a node knows all memberships. */
    private final Map<UserId, Numbers> byUser = new ConcurrentHashMap<>();

    /** @return the current place, which has another version than {@code place} if a greater one was known */
    Place put(ConversationId conversation, UserId user, Place place) {
        var members = places.computeIfAbsent(conversation, c -> new ConcurrentHashMap<>(INITIAL_CAPACITY));
        if (!members.containsKey(user)) {
            byUser.compute(
                    user,
                    (u, numbers) ->
                            numbers == null ? Numbers.of(conversation.value()) : numbers.with(conversation.value()));
        }
        return members.merge(user, place, Place::later);
    }

    Optional<Role> role(ConversationId conversation, UserId user) {
        return Optional.ofNullable(places.getOrDefault(conversation, Map.of()).get(user))
                .map(Place::role);
    }

    /** Members and former members. */
    Map<UserId, Place> of(ConversationId conversation) {
        return places.getOrDefault(conversation, Map.of());
    }

    /** The conversations that {@code user} is a member of. */
    List<ConversationId> conversationsOf(UserId user) {
        return byUser.getOrDefault(user, Numbers.NONE).stream()
                .distinct()
                .mapToObj(ConversationId::new)
                .filter(conversation -> role(conversation, user).isPresent())
                .toList();
    }

    /** An append-only list; arrays that were handed out earlier do not change. */
    private record Numbers(long[] values, int size) {

        static final Numbers NONE = new Numbers(new long[0], 0);

        static Numbers of(long value) {
            return new Numbers(new long[] {value}, 1);
        }

        /** Only the newest list is extended, by one thread at a time. */
        Numbers with(long value) {
            var wider = size < values.length ? values : Arrays.copyOf(values, size + (size >> 1) + 1);
            wider[size] = value;
            return new Numbers(wider, size + 1);
        }

        LongStream stream() {
            return Arrays.stream(values, 0, size);
        }
    }
}
