package parley.persister.ingest.control;

import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import parley.persister.ingest.entity.ChannelRecord;

/**
 * Subscribes to a channel with back-pressure: it requests nothing before it is opened, and then as much as it has
 * acknowledged. It throws nothing: an exception would end the channel.
 */
public final class ChannelSubscriber implements Subscriber<Message<String>> {

    private static final System.Logger LOG = System.getLogger(ChannelSubscriber.class.getName());

    private final String channel;
    private final Consumer<ChannelRecord> taker;
    private Subscription subscription;
    private int bound;
    private volatile String ended;

    public ChannelSubscriber(String channel, Consumer<ChannelRecord> taker) {
        this.channel = channel;
        this.taker = taker;
    }

    /**
     * Lets records come; before this the connector does not even join its group.
     *
     * @param records at most so many are held
     */
    public void open(int records) {
        Subscription toAsk;
        synchronized (this) {
            if (bound > 0) return;
            bound = records;
            toAsk = subscription;
        }
        if (toAsk != null) toAsk.request(records);
    }

    /** Why the channel ended, or null while it lives. */
    public String ended() {
        return ended;
    }

    /** Acknowledges in the order given, and makes room for as many; may be none. */
    public void done(List<ChannelRecord> arrived) {
        if (arrived.isEmpty()) return; // asking for none is an error, and ends the channel
        for (var each : arrived) {
            try {
                each.message().ack();
            } catch (RuntimeException failed) {
                // The record will come again and be recognised by its offset.
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Channel {0} did not take an acknowledgement: {1}",
                        channel,
                        failed);
            }
        }
        subscription().request(arrived.size());
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
            taker.accept(new ChannelRecord(message.unwrap(ConsumerRecord.class), message));
        } catch (RuntimeException | Error failed) {
            ended = "could not take a record: " + failed;
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Channel " + channel + " could not take a record; it needs a restart.",
                    failed);
        }
    }

    @Override
    public void onError(Throwable failed) {
        ended = "ended by " + failed;
        LOG.log(System.Logger.Level.ERROR, "Channel " + channel + " has ended; it needs a restart.", failed);
    }

    @Override
    public void onComplete() {
        ended = "ended";
        LOG.log(System.Logger.Level.INFO, "Channel {0} is complete.", channel);
    }
}
