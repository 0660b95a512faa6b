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
import parley.domain.group.GroupAction;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.own.entity.OwnPart;
import parley.domain.refusal.Refused;
import parley.log.codec.Signal;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.ControlTopicListener;
import parley.web.log.topic.OutgoingChannel;
import parley.web.membership.NodeMemberships;
import parley.web.membership.NodePermissions;

/** Sends events to all nodes: who is typing, and whose own state has changed. */
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
    TailStatus tailStatus;

    @Inject
    NodeMemberships members;

    @Inject
    NodePermissions permissions;

    @Inject
    Event<UserTyping> typing;

    @Inject
    Event<ConversationRenamed> renamed;

    @Inject
    Event<OwnStateChanged> ownStates;

    /**
     * @param session the reporting socket, which is not notified
     * @throws Refused {@code not_found} if the user is not a member; {@code forbidden} or {@code conflict} if the user
     *     cannot write in the conversation
     */
    public CompletionStage<Void> typing(ConversationId conversation, UserId user, String session) {
        permissions.require(GroupAction.SEND, conversation, user, members.require(conversation, user));
        return send(new Signal.Typing(conversation, user, log.nameOf(session)));
    }

    /** Tells the user's other sessions that a part of the user's own state has changed. */
    public CompletionStage<Void> own(OwnStateChanged change) {
        return send(new Signal.Own(
                change.user(), change.part().code(), change.conversation(), change.version(), change.client()));
    }

    private CompletionStage<Void> send(Signal signal) {
        tailStatus.requireRecent();
        return emitter.send(signal.toRecord(log.identity().epoch()));
    }

    @Override
    public String topic() {
        return Topics.SIGNALS;
    }

    @Override
    public boolean readsFromStart() {
        return false;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        switch (Signal.read(record)) {
            case Signal.Typing(var conversation, var user, var session) -> types(conversation, user, session);
            case Signal.Renamed(var conversation) -> renamed.fire(new ConversationRenamed(conversation));
            case Signal.Own own -> changes(own);
        }
    }

    /** A part that only a later version knows is ignored. */
    private void changes(Signal.Own own) {
        OwnPart.of(own.what())
                .ifPresent(part -> ownStates.fire(
                        new OwnStateChanged(own.user(), part, own.conversation(), own.version(), own.client())));
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
