package parley.web.presence.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.log.codec.Signal;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.ControlTopicListener;
import parley.web.log.topic.OutgoingChannel;
import parley.web.membership.NodeMemberships;

/** From one node to all: who types, and which conversation looks different now. */
@ApplicationScoped
public class EphemeralEvents implements ControlTopicListener, OutgoingChannel {

    private static final String CHANNEL = "signals-out";

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    @Inject
    TailReader reader;

    @Inject
    NodeMemberships members;

    @Inject
    Event<UserTyping> typing;

    @Inject
    Event<ConversationRenamed> renamed;

    /**
     * @param session the socket that reports it, which is not told of it
     * @throws Refused {@code not_found} if the user is no member
     */
    public CompletionStage<Void> typing(ConversationId conversation, UserId user, String session) {
        members.require(conversation, user);
        return send(new Signal.Typing(conversation, user, log.nameOf(session)));
    }

    public CompletionStage<Void> renamed(ConversationId conversation) {
        return send(new Signal.Renamed(conversation));
    }

    private CompletionStage<Void> send(Signal signal) {
        reader.requireRecent();
        return emitter.send(signal.toRecord(log.identity().epoch()));
    }

    @Override
    public String topic() {
        return Topics.SIGNALS;
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        switch (Signal.read(record)) {
            case Signal.Typing(var conversation, var user, var session) -> types(conversation, user, session);
            case Signal.Renamed(var conversation) -> renamed.fire(new ConversationRenamed(conversation));
        }
    }

    private void types(ConversationId conversation, UserId user, String reportedBy) {
        var others = members.receivers(conversation).stream()
                .filter(member -> !member.equals(user))
                .toList();
        typing.fire(new UserTyping(conversation, user, others, reportedBy));
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
