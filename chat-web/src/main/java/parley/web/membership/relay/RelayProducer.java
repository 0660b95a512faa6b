package parley.web.membership.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.domain.outbox.boundary.Outbox;
import parley.web.log.connection.LogGuard;
import parley.web.membership.MembersOut;
import parley.web.platform.database.Database;
import parley.web.platform.runtime.Threads;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class RelayProducer {

    @Produces
    @Singleton
    Relay relay(
            Database database,
            Outbox outbox,
            MembersOut membersOut,
            ConversationOrder conversations,
            Threads threads,
            LogGuard guard) {
        return new Relay(database, outbox, membersOut, conversations, threads.platform(), guard);
    }
}
