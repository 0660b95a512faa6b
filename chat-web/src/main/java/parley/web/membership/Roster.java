package parley.web.membership;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/** Who belongs where, by the greatest version seen of each membership. */
final class Roster {

    /** @param role null: gone */
    record Place(Role role, long version) {}

    /** Most conversations are of two, and a node knows all there are. */
    private static final int FEW = 2;

    private final Map<ConversationId, Map<UserId, Place>> places = new ConcurrentHashMap<>();

    /** @return the place that holds now: another than the one given where a greater version was here already */
    Place put(ConversationId conversation, UserId user, Place place) {
        return places.computeIfAbsent(conversation, c -> new ConcurrentHashMap<>(FEW))
                .merge(user, place, (known, given) -> given.version >= known.version ? given : known);
    }

    Optional<Role> role(ConversationId conversation, UserId user) {
        return Optional.ofNullable(places.getOrDefault(conversation, Map.of()).get(user)).map(Place::role);
    }

    /** Members and those who are gone. */
    Map<UserId, Place> of(ConversationId conversation) {
        return places.getOrDefault(conversation, Map.of());
    }

    Set<Map.Entry<ConversationId, Map<UserId, Place>>> all() {
        return places.entrySet();
    }
}
