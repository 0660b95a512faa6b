package parley.web.account.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.domain.account.entity.PublishedProfile;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;

class UserTableTest {

    private final UserTable users = new UserTable();

    private static PublishedProfile user(long id, String username, String displayName, long version) {
        return new PublishedProfile(
                new UserProfile(new UserId(id), username, displayName), PublishedProfile.ACTIVE, version);
    }

    @Test
    void a_user_is_found_by_id_and_by_username() {
        var ada = user(1, "ada", "Ada Löfgren 世界", 1);
        users.put(ada);
        assertThat(users.find(new UserId(1))).contains(ada);
        assertThat(users.find("ada")).contains(ada);
        assertThat(users.find(new UserId(2))).isEmpty();
        assertThat(users.find("ad")).isEmpty();
        assertThat(users.find("adä")).isEmpty();
        assertThat(users.size()).isOne();
    }

    @Test
    void a_lower_version_changes_nothing_and_is_answered_with_the_higher() {
        var newer = user(1, "ada", "Ada Lovelace", 3);
        users.put(newer);
        assertThat(users.put(user(1, "ada", "Ada", 2))).isEqualTo(newer);
        assertThat(users.find("ada")).contains(newer);
        assertThat(users.size()).isOne();
    }

    @Test
    void an_old_username_is_free_for_another_user() {
        users.put(user(1, "ada", "Ada", 1));
        users.put(user(1, "lovelace", "Ada", 2));
        assertThat(users.find("ada")).isEmpty();
        assertThat(users.find("lovelace")).isPresent();
        var other = user(2, "ada", "Another Ada", 1);
        users.put(other);
        assertThat(users.find("ada")).contains(other);
    }

    @Test
    void a_state_of_a_later_version_is_kept() {
        var gone = new PublishedProfile(new UserProfile(new UserId(1), "ada", "Ada"), "suspended", 2);
        users.put(gone);
        assertThat(users.find("ada")).contains(gone);
        assertThat(gone.isActive()).isFalse();
    }

    @Test
    void it_agrees_with_a_map_after_many_changes() {
        var random = new Random(7);
        Map<Long, PublishedProfile> model = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long id = 1 + random.nextInt(5_000);
            long version = model.containsKey(id) ? model.get(id).version() + 1 : 1;
            var changed = user(id, "user" + id + "." + version % 3, "User " + i, version);
            model.put(id, changed);
            users.put(changed);
        }
        assertThat(users.size()).isEqualTo(model.size());
        model.forEach((id, user) -> {
            assertThat(users.find(new UserId(id))).contains(user);
            assertThat(users.find(user.profile().username())).contains(user);
            assertThat(users.find("user" + id + "." + (user.version() + 1) % 3)).isEmpty();
        });
    }

    @Test
    void a_hundred_thousand_users_take_about_100_bytes_each() {
        var runtime = Runtime.getRuntime();
        long before = used(runtime);
        var many = new UserTable();
        for (int id = 1; id <= 100_000; id++) many.put(user(id, "first.last%06d".formatted(id), "First Last " + id, 1));
        long bytes = (used(runtime) - before) / 100_000;
        assertThat(bytes).isLessThan(200);
        assertThat(many.find("first.last100000")).isPresent();
    }

    private static long used(Runtime runtime) {
        for (int i = 0; i < 3; i++) System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
