package parley.web.own.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;
import parley.web.own.part.DraftResponse;
import parley.web.own.part.OwnProfile;
import parley.web.own.part.OwnStateResponse;

class OwnStateCacheTest {

    @Test
    void what_a_user_loaded_last_is_kept_within_the_limit_of_memory() {
        var cache = new OwnStateCache(100_000);
        for (int i = 1; i <= 100; i++) cache.put(new UserId(i), state(i, "x".repeat(1_000)));
        long kept = 0;
        for (int i = 1; i <= 100; i++) if (cache.find(new UserId(i)).isPresent()) kept++;
        assertThat(kept).isBetween(1L, 32L);
    }

    @Test
    void the_last_known_state_is_not_fresh_and_has_the_current_status() {
        var known = state(1, "draft").lastKnown(null, null);
        assertThat(known.fresh()).isFalse();
        assertThat(known.drafts()).hasSize(1);
        assertThat(known.toString()).doesNotContain("draft");
    }

    private static OwnStateResponse state(long id, String draft) {
        return new OwnStateResponse(
                3,
                null,
                new OwnProfile(id, "ada", "Ada", null),
                List.of(new DraftResponse(7, draft, null, Instant.EPOCH)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
