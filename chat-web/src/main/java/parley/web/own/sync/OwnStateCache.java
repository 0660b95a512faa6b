package parley.web.own.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import parley.domain.identity.UserId;
import parley.web.own.part.OwnStateResponse;
import parley.web.platform.json.RecordJson;

/** The states that users loaded last, bounded by their size. */
final class OwnStateCache {

    /** Memory of a character of JSON, with its share of the objects. */
    private static final int CHARACTER_BYTES = 3;

    private record Known(OwnStateResponse state, int bytes) {}

    private final Cache<UserId, Known> states;

    OwnStateCache(long bytes) {
        states = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((UserId user, Known known) -> known.bytes)
                .executor(Runnable::run)
                .build();
    }

    void put(UserId user, OwnStateResponse state) {
        states.put(
                user, new Known(state, CHARACTER_BYTES * RecordJson.text(state).length()));
    }

    Optional<OwnStateResponse> find(UserId user) {
        return Optional.ofNullable(states.getIfPresent(user)).map(Known::state);
    }
}
