package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.UnpublishedProfiles;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.PublishedProfile;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refused;
import parley.domain.schema.SchemaMigration;

@ExtendWith(ArquillianExtension.class)
class UnpublishedProfilesIT {

    @Inject
    SchemaMigration schema;

    @Inject
    Accounts accounts;

    @Inject
    UnpublishedProfiles profiles;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService threads;

    @Resource(lookup = "jdbc/parley")
    DataSource database;

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void nothing_is_unpublished() throws SQLException {
        schema.migrate();
        sql("UPDATE app_user SET unpublished = NULL");
    }

    private List<PublishedProfile> publish(int limit) {
        var sent = new ArrayList<PublishedProfile>();
        profiles.publish(limit, sent::addAll);
        return sent;
    }

    @Test
    void a_new_account_is_published_once() {
        var ada = register();
        assertThat(publish(10)).containsExactly(new PublishedProfile(ada, PublishedProfile.ACTIVE, 1));
        assertThat(publish(10)).isEmpty();
    }

    @Test
    void a_changed_account_is_published_with_a_higher_version() {
        var ada = register();
        publish(10);
        accounts.rename(ada.id(), new DisplayName("Ada Lovelace"));
        var changed = new UserProfile(ada.id(), ada.username(), "Ada Lovelace");
        assertThat(publish(10)).containsExactly(new PublishedProfile(changed, PublishedProfile.ACTIVE, 2));
    }

    @Test
    void pages_are_limited_and_ordered_by_id() {
        var ada = register();
        var kim = register();
        assertThat(publish(1)).extracting(PublishedProfile::profile).containsExactly(ada);
        assertThat(publish(1)).extracting(PublishedProfile::profile).containsExactly(kim);
    }

    @Test
    void an_account_that_the_log_did_not_take_stays_unpublished() {
        var ada = register();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> profiles.publish(10, users -> {
                    throw Refused.unavailable("away", null);
                }));
        assertThat(publish(10)).extracting(PublishedProfile::profile).containsExactly(ada);
    }

    @Test
    void accounts_that_another_node_is_publishing_are_skipped() {
        register();
        var inside = new ArrayList<Integer>();
        profiles.publish(10, users -> inside.add(profiles.publish(10, others -> {})));
        assertThat(inside).containsExactly(0);
    }

    @Test
    void a_change_while_the_earlier_profile_is_being_published_is_published_too() {
        var ada = register();
        var changes = new ArrayList<CompletableFuture<UserProfile>>();
        profiles.publish(10, users -> {
            changes.add(CompletableFuture.supplyAsync(
                    () -> accounts.rename(ada.id(), new DisplayName("Ada Lovelace")), threads));
            // Time to read the row before it is marked as published.
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        });
        var changed = changes.getFirst().join();
        assertThat(publish(10)).containsExactly(new PublishedProfile(changed, PublishedProfile.ACTIVE, 2));
    }

    @Test
    void an_account_written_by_a_node_of_the_version_before_is_published() throws SQLException {
        var name = "u" + UUID.randomUUID().toString().substring(0, 12);
        sql("INSERT INTO app_user (username, display_name, password_hash, created_at) VALUES ('" + name
                + "', 'Old', 'no hash', NOW(6))");
        assertThat(publish(10)).singleElement().satisfies(user -> {
            assertThat(user.profile().username()).isEqualTo(name);
            assertThat(user.version()).isOne();
        });
    }

    private UserProfile register() {
        var name = new Username("u" + UUID.randomUUID().toString().substring(0, 12));
        return accounts.register(name, new DisplayName("Some User"), "no hash", Instant.now());
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
