package parley.web.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
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

    public CompletionStage<Void> send(MembershipState state) {
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
