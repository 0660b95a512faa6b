package parley.web.account.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.web.platform.database.FakeDatabase;

class ProfileLookupTest {

    private final FakeDatabase database = new FakeDatabase();
    private final Map<UserId, UserProfile> here = new HashMap<>();
    private final Map<UserId, UserProfile> stored = new HashMap<>();

    private final NameLookup names = new NameLookup() {
        @Override
        public Optional<UserProfile> find(UserId id) {
            return Optional.ofNullable(here.get(id));
        }

        @Override
        public Optional<UserId> findActive(String username) {
            return Optional.empty();
        }
    };

    private final Accounts accounts = new Accounts() {
        @Override
        public Map<UserId, UserProfile> findAll(Collection<UserId> ids) {
            return stored.entrySet().stream()
                    .filter(user -> ids.contains(user.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    };

    private final ProfileLookup lookup = new ProfileLookup(names, database, accounts);

    @Test
    void users_whom_the_node_knows_are_found_without_the_database() {
        add(here, 2, 1);
        database.down = true;
        assertThat(find(1, 2, 1)).containsExactly(1L, 2L);
        assertThat(database.calls).isZero();
    }

    @Test
    void a_user_whom_the_node_does_not_know_yet_is_found_in_the_database() {
        add(here, 1, 3);
        add(stored, 1, 2, 3);
        assertThat(find(3, 2, 1, 4)).containsExactly(1L, 2L, 3L);
        assertThat(database.calls).isEqualTo(1);
    }

    @Test
    void while_the_database_is_down_only_users_whom_the_node_does_not_know_are_left_out() {
        add(here, 1);
        add(stored, 1, 2);
        database.down = true;
        assertThat(find(2, 1)).containsExactly(1L);
    }

    private List<Long> find(long... ids) {
        var users = LongStream.of(ids).mapToObj(UserId::new).toList();
        return lookup.findAll(users).stream().map(user -> user.id().value()).toList();
    }

    private static void add(Map<UserId, UserProfile> to, long... ids) {
        for (long id : ids) to.put(new UserId(id), new UserProfile(new UserId(id), "user" + id, "User " + id));
    }
}
