package parley.web.message.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.membership.NodeMemberships;

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
            ConversationNotifier notifier) {
        return new Delivery(log.origin(), tail, outcomes, members, shown::fire, notifier::onJoined);
    }
}
