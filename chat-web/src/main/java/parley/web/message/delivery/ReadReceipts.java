package parley.web.message.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
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
import parley.web.log.tail.EndOffsets;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.ControlTopicListener;
import parley.web.log.topic.OutgoingChannel;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.message.reading.RecentReceipts;
import parley.web.message.reading.StoredReceipts;
import parley.web.platform.runtime.NodeExecutors;

/** Publishes receipts to the log, and passes those of all nodes on to {@link ReceiptDelivery}. */
@ApplicationScoped
public class ReadReceipts implements ControlTopicListener, OutgoingChannel {

    private static final String CHANNEL = "receipts-out";

    /**
     * A node also reads this many receipts of each partition that are stored already, so that it knows the places of
     * active users if it starts while the database is down.
     */
    private static final long STORED_TO_READ = 10_000;

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    @Inject
    NodeMemberships members;

    @Inject
    ReadAccess readers;

    @Inject
    TailStatus tailStatus;

    @Inject
    LogTail tail;

    @Inject
    EndOffsets ends;

    @Inject
    NodeExecutors threads;

    @Inject
    RecentReceipts recent;

    @Inject
    StoredReceipts stored;

    @Inject
    Event<Shown> shown;

    private ReceiptDelivery delivery;
    private ReceiptPublisher publisher;

    @PostConstruct
    void begin() {
        publisher = new ReceiptPublisher(log, members, tailStatus, tail, ends, threads.virtual(), this::send);
        delivery = new ReceiptDelivery(members, readers, tail, recent, shown::fire);
    }

    /**
     * Moves the place forward.
     *
     * @param pos reduced to the newest position of the conversation if it is beyond it
     * @param session the reporting socket, which is not notified
     * @throws Refused {@code not_found} if the user is not a member; {@code unavailable} if the log does not answer
     */
    public CompletionStage<Void> publish(ConversationId conversation, UserId user, Position pos, String session) {
        return publisher.read(conversation, user, pos, session);
    }

    /**
     * Sets the place to just before a message. What the user has sent until now does not move it again, so the receipt
     * carries the end of the log, for which the broker is asked.
     *
     * @param pos the first message that becomes unread; reduced to the end of the log if it is beyond it
     * @return fails if the log does not answer
     * @throws Refused as {@link #publish}
     */
    public CompletionStage<Void> setBack(ConversationId conversation, UserId user, Position pos, String session) {
        return publisher.setBack(conversation, user, pos, session);
    }

    private CompletionStage<Void> send(ReadReceipt receipt) {
        return emitter.send(receipt.toRecord(log.identity().epoch()));
    }

    @Override
    public String topic() {
        return Topics.RECEIPTS;
    }

    @Override
    public boolean readsFromStart() {
        return true;
    }

    /** Everything that may not be stored, and some of what is. */
    @Override
    public Map<Integer, Long> startsAt(Map<Integer, Long> partitionEnds) {
        var starts = new HashMap<Integer, Long>();
        stored.below().forEach((partition, below) -> {
            long end = partitionEnds.getOrDefault(partition, below);
            starts.put(partition, Math.max(0, Math.min(below, end - STORED_TO_READ)));
        });
        return starts;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        var receipt = ReadReceipt.read(record);
        delivery.take(record.partition(), receipt, ReadReceipt.order(record));
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
