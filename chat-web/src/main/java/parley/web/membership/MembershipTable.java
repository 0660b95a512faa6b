package parley.web.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/** Who belongs where, by the greatest version seen of each membership. */
final class MembershipTable {

    /** @param role null: gone */
    record Place(Role role, long version) {}

    /** Most conversations are of two, and a node knows all there are. */
    private static final int FEW = 2;

    private final Map<ConversationId, Map<UserId, Place>> places = new ConcurrentHashMap<>();

    /** Where somebody has a place, or had one: as numbers, since a node knows all memberships there are. */
    private final Map<UserId, Numbers> byUser = new ConcurrentHashMap<>();

    /** @return the place that holds now: another than the one given where a greater version was here already */
    Place put(ConversationId conversation, UserId user, Place place) {
        var members = places.computeIfAbsent(conversation, c -> new ConcurrentHashMap<>(FEW));
        if (!members.containsKey(user)) {
            byUser.compute(
                    user,
                    (u, numbers) ->
                            numbers == null ? Numbers.of(conversation.value()) : numbers.with(conversation.value()));
        }
        return members.merge(user, place, (known, given) -> given.version >= known.version ? given : known);
    }

    Optional<Role> role(ConversationId conversation, UserId user) {
        return Optional.ofNullable(places.getOrDefault(conversation, Map.of()).get(user))
                .map(Place::role);
    }

    /** Members and those who are gone. */
    Map<UserId, Place> of(ConversationId conversation) {
        return places.getOrDefault(conversation, Map.of());
    }

    /** Those that {@code user} is a member of. */
    List<ConversationId> conversationsOf(UserId user) {
        return byUser.getOrDefault(user, Numbers.NONE).stream()
                .distinct()
                .mapToObj(ConversationId::new)
                .filter(conversation -> role(conversation, user).isPresent())
                .toList();
    }

    /** A list that grows; what was handed out before does not change. */
    private record Numbers(long[] values, int size) {

        static final Numbers NONE = new Numbers(new long[0], 0);

        static Numbers of(long value) {
            return new Numbers(new long[] {value}, 1);
        }

        /** Only the newest list is ever added to, one addition after another. */
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
