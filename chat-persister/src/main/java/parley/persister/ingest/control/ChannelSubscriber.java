package parley.persister.ingest.control;

import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import parley.persister.ingest.entity.ChannelRecord;

/**
 * Subscribes to a channel with back-pressure: it requests nothing before it is opened, and then one record for each
 * that it has acknowledged. It throws nothing, because an exception would end the channel.
 */
public final class ChannelSubscriber implements Subscriber<Message<String>> {

    private static final System.Logger LOG = System.getLogger(ChannelSubscriber.class.getName());

    private final String channel;
    private final Consumer<ChannelRecord> receiver;
    private Subscription subscription;
    private int bound;
    private volatile String ended;

    public ChannelSubscriber(String channel, Consumer<ChannelRecord> receiver) {
        this.channel = channel;
        this.receiver = receiver;
    }

    /**
     * Starts to request records; until then the connector does not join its consumer group.
     *
     * @param records the maximum that is received and not yet acknowledged
     */
    public void open(int records) {
        Subscription current;
        synchronized (this) {
            if (bound > 0) return;
            bound = records;
            current = subscription;
        }
        if (current != null) current.request(records);
    }

    /** Why the channel ended, or null while it is running. */
    public String ended() {
        return ended;
    }

    /** Acknowledges the records in this order and requests as many; the list may be empty. */
    public void acknowledge(List<ChannelRecord> records) {
        if (records.isEmpty()) return; // a request for none is an error that ends the channel
        for (var each : records) {
            try {
                each.message().ack();
            } catch (RuntimeException failed) {
                // The record is redelivered and recognized by its offset.
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Channel {0} did not accept an acknowledgment; the record will be redelivered: {1}",
                        channel,
                        failed);
            }
        }
        subscription().request(records.size());
    }

    private synchronized Subscription subscription() {
        return subscription;
    }

    @Override
    public void onSubscribe(Subscription given) {
        int records;
        synchronized (this) {
            subscription = given;
            records = bound;
        }
        if (records > 0) given.request(records);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void onNext(Message<String> message) {
        try {
            receiver.accept(new ChannelRecord(message.unwrap(ConsumerRecord.class), message));
        } catch (RuntimeException | Error failed) {
            ended = "could not receive a record: " + failed;
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Channel " + channel + " could not receive a record; restart this process.",
                    failed);
        }
    }

    @Override
    public void onError(Throwable failed) {
        ended = "ended by " + failed;
        LOG.log(System.Logger.Level.ERROR, "Channel " + channel + " has ended; restart this process.", failed);
    }

    @Override
    public void onComplete() {
        ended = "ended";
        LOG.log(System.Logger.Level.INFO, "Channel {0} is complete.", channel);
    }
}
