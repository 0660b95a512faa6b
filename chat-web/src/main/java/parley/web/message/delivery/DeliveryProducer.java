package parley.web.message.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.web.log.tail.Tail;
import parley.web.membership.Members;
import parley.web.message.admission.Pending;
import parley.web.node.ChatLog;
import parley.web.socket.session.SessionRegistry;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class DeliveryProducer {

    @Produces
    @Singleton
    Delivery delivery(
            ChatLog log, Tail tail, Pending pending, Members members, SessionRegistry sessions, ConversationNews news) {
        return new Delivery(log.origin(), tail, pending, members, sessions::of, news::joined);
    }
}
