package parley.web.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.domain.conversation.boundary.Conversations;
import parley.web.platform.database.Database;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class MembershipProducer {

    @Produces
    @Singleton
    Members members(Conversations conversations, Database database, MembersOut out) {
        return new Members(conversations, database, out);
    }
}
