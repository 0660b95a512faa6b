package parley.web.message.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import parley.web.log.connection.ChatLog;
import parley.web.log.tail.Tail;
import parley.web.membership.Members;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class DeliveryProducer {

    @Inject
    Event<Shown> shown;

    @Produces
    @Singleton
    Delivery delivery(ChatLog log, Tail tail, SendOutcomes outcomes, Members members, ConversationNews news) {
        return new Delivery(log.origin(), tail, outcomes, members, shown::fire, news::joined);
    }
}
