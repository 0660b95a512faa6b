package parley.web.message.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.membership.NodeGroups;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class DeliveryProducer {

    @Inject
    Event<Shown> shown;

    @Produces
    @Singleton
    Delivery delivery(
            LogConnection log,
            LogTail tail,
            SendOutcomes outcomes,
            NodeMemberships members,
            NodeGroups groups,
            ReadAccess readers,
            ConversationNotifier notifier) {
        return new Delivery(log.origin(), tail, outcomes, members, groups, readers, shown::fire, notifier);
    }
}
