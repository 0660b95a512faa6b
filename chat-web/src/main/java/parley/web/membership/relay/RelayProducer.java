package parley.web.membership.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.domain.outbox.boundary.Outbox;
import parley.web.membership.MembersOut;
import parley.web.message.admission.Intake;
import parley.web.message.admission.Pending;
import parley.web.node.LogGuard;
import parley.web.node.Threads;
import parley.web.platform.database.Database;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class RelayProducer {

    @Produces
    @Singleton
    Relay relay(
            Database database,
            Outbox outbox,
            MembersOut membersOut,
            Intake intake,
            Pending pending,
            Threads threads,
            LogGuard guard) {
        return new Relay(database, outbox, membersOut, intake::forward, pending, threads.platform(), guard);
    }
}
