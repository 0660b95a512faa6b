package parley.web.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.log.codec.MembershipState;
import parley.web.log.connection.LogConnection;
import parley.web.log.topic.OutgoingChannel;

/** Publishes the state of a membership to {@code chat_members}. */
@ApplicationScoped
public class MembershipPublisher implements OutgoingChannel {

    private static final String CHANNEL = "members-out";

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    /** @param role null if the user has left; the record remains because of its version */
    public CompletionStage<Void> send(ConversationId conversation, UserId user, Role role, long version) {
        var state = new MembershipState(conversation, user, role, version);
        return emitter.send(state.toRecord(log.identity().epoch()));
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public boolean isAlive() {
        return !emitter.isCancelled();
    }
}
