package parley.web.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.domain.conversation.boundary.Conversations;
import parley.web.platform.database.DatabaseGateway;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class MembershipProducer {

    @Produces
    @Singleton
    NodeMemberships members(Conversations conversations, DatabaseGateway database, MembershipPublisher out) {
        return new NodeMemberships(conversations, database, out);
    }
}
