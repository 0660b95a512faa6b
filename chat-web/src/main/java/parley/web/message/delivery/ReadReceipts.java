package parley.web.message.delivery;

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
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.log.codec.ReadReceipt;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.ControlTopicListener;
import parley.web.log.topic.OutgoingChannel;
import parley.web.membership.NodeMemberships;

/** Publishes read receipts to the log, and shows those of all nodes to connected members. */
@ApplicationScoped
public class ReadReceipts implements ControlTopicListener, OutgoingChannel {

    private static final String CHANNEL = "receipts-out";

    /** Members of larger groups are not shown receipts. */
    private static final int MAX_MEMBERS = 50;

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    @Inject
    NodeMemberships members;

    @Inject
    TailStatus tailStatus;

    @Inject
    LogTail tail;

    @Inject
    Event<Shown> shown;

    /**
     * @param pos reduced to the newest position of the conversation if it is beyond it
     * @param session the reporting socket, which is not notified
     * @throws Refused {@code not_found} if the user is not a member
     */
    public CompletionStage<Void> publish(ConversationId conversation, UserId user, Position pos, String session) {
        members.require(conversation, user);
        tailStatus.requireRecent();
        var newest = tail.newest(conversation, log.identity().epoch());
        var read = pos.isAfter(newest) ? newest : pos;
        var receipt = new ReadReceipt(conversation, user, read, log.nameOf(session));
        return emitter.send(receipt.toRecord(log.identity().epoch()));
    }

    @Override
    public String topic() {
        return Topics.RECEIPTS;
    }

    @Override
    public boolean readsFromStart() {
        return false;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        var receipt = ReadReceipt.read(record);
        var receivers = members.receivers(receipt.conversation());
        if (receivers.size() > MAX_MEMBERS) return;
        shown.fire(
                new Shown.Receipt(receipt.conversation(), receipt.user(), receipt.pos(), receivers, receipt.session()));
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
