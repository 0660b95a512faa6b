package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NextOffsetAnnouncerTest {

    private final Steps steps = new Steps();
    private final List<String> said = new ArrayList<>();
    private boolean fails;
    private final NextOffsetAnnouncer announcing = new NextOffsetAnnouncer(
            (partition, next) -> {
                said.add(partition + ":" + next);
                return fails
                        ? CompletableFuture.failedFuture(new IllegalStateException("the broker is down"))
                        : CompletableFuture.completedFuture(null);
            },
            steps,
            steps);

    @Test
    void of_several_commits_only_the_last_is_announced() {
        announcing.stored(1, 10);
        announcing.stored(1, 20);
        announcing.stored(2, 5);
        steps.passTime();
        assertThat(said).containsExactlyInAnyOrder("1:20", "2:5");
    }

    @Test
    void a_failed_announcement_is_retried() {
        fails = true;
        announcing.stored(1, 10);
        steps.passTime();
        fails = false;
        steps.passTime();
        assertThat(said).containsExactly("1:10", "1:10");
    }

    @Test
    void an_older_offset_is_not_announced_after_a_newer_one() {
        fails = true;
        announcing.stored(1, 10);
        steps.passTime();
        fails = false;
        announcing.stored(1, 20);
        steps.passTime();
        assertThat(said).containsExactly("1:10", "1:20");
    }
}
