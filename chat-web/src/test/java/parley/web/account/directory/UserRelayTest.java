package parley.web.account.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import parley.domain.account.boundary.UnpublishedProfiles;
import parley.domain.account.entity.PublishedProfile;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.platform.database.FakeDatabase;

class UserRelayTest {

    private final FakeDatabase database = new FakeDatabase();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final List<PublishedProfile> unpublished = new ArrayList<>();
    private final List<PublishedProfile> topic = new ArrayList<>();
    private boolean topicFails;
    private boolean hasTables = true;

    private final UserRelay relay = new UserRelay(
            database,
            new UnpublishedProfiles() {
                @Override
                public int publish(int limit, Consumer<List<PublishedProfile>> sender) {
                    var some = List.copyOf(unpublished.subList(0, Math.min(limit, unpublished.size())));
                    if (some.isEmpty()) return 0;
                    sender.accept(some);
                    unpublished.removeAll(some);
                    return some.size();
                }
            },
            this::append,
            work::add,
            new LogIdentityCheck() {
                @Override
                public void require() {}
            },
            () -> hasTables);

    private CompletionStage<Void> append(PublishedProfile user) {
        if (topicFails) return CompletableFuture.failedFuture(new IllegalStateException("away"));
        topic.add(user);
        return CompletableFuture.completedFuture(null);
    }

    private void add(int users) {
        for (int i = 0; i < users; i++) {
            long id = unpublished.size() + topic.size() + 1L;
            unpublished.add(new PublishedProfile(
                    new UserProfile(new UserId(id), "user" + id, "User"), PublishedProfile.ACTIVE, 1));
        }
    }

    private void run() {
        while (!work.isEmpty()) work.remove().run();
    }

    @Test
    void all_accounts_are_published_page_by_page() {
        add(1_234);
        relay.wake();
        run();
        assertThat(topic).hasSize(1_234).doesNotHaveDuplicates();
        assertThat(unpublished).isEmpty();
        assertThat(database.calls).as("pages of 500").isEqualTo(3);
    }

    @Test
    void an_account_stays_unpublished_until_the_topic_has_it() {
        add(1);
        topicFails = true;
        relay.wake();
        run();
        assertThat(unpublished).hasSize(1);
        topicFails = false;
        relay.wake();
        run();
        assertThat(topic).hasSize(1);
        assertThat(unpublished).isEmpty();
    }

    @Test
    void a_database_that_is_down_is_tried_again() {
        add(1);
        database.down = true;
        relay.wake();
        run();
        database.down = false;
        relay.wake();
        run();
        assertThat(topic).hasSize(1);
    }

    @Test
    void nothing_is_read_before_the_tables_exist() {
        hasTables = false;
        relay.wake();
        run();
        assertThat(database.calls).isZero();
    }

    @Test
    void calls_while_it_runs_cause_one_more_run() {
        relay.wake();
        relay.wake();
        relay.wake();
        assertThat(work).hasSize(1);
        run();
        assertThat(database.calls).isOne();
    }
}
