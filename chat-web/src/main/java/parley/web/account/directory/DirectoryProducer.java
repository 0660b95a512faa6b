package parley.web.account.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.UnpublishedProfiles;
import parley.domain.schema.SchemaMigration;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.platform.runtime.ScheduledTask;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class DirectoryProducer {

    @Produces
    @Singleton
    UserRelay relay(
            DatabaseGateway database,
            UnpublishedProfiles profiles,
            UserDirectory directory,
            NodeExecutors threads,
            LogIdentityCheck identityCheck,
            SchemaMigration schema) {
        return new UserRelay(
                database, profiles, directory::publish, threads.platform(), identityCheck, schema::isCurrent);
    }

    @Produces
    @Singleton
    ProfileLookup profiles(UserDirectory directory, DatabaseGateway database, Accounts accounts) {
        return new ProfileLookup(directory, database, accounts);
    }

    @Produces
    ScheduledTask relaying(UserRelay relay) {
        return ScheduledTask.quick("users", Duration.ofSeconds(2), relay::wake);
    }
}
