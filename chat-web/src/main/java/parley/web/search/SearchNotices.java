package parley.web.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.log.codec.SearchNotice;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.log.topic.ControlTopicListener;
import parley.web.log.topic.OutgoingChannel;

/** What all nodes say about their indexes, and when an operator asked for new ones. */
@ApplicationScoped
public class SearchNotices implements ControlTopicListener, OutgoingChannel {

    private static final String CHANNEL = "search-out";

    /** @param at when it was published */
    public record Report(SearchNotice.Index index, Instant at) {}

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    private final Map<String, Report> reports = new ConcurrentHashMap<>();
    private volatile Instant rebuildAsked = Instant.MIN;

    /** Completes when the notice is in the log. */
    CompletionStage<Void> publish(SearchNotice notice) {
        return emitter.send(notice.toRecord(log.identity().epoch()));
    }

    /** An index whose build began before this time has to be built again. */
    Instant rebuildAsked() {
        return rebuildAsked;
    }

    /** The last one of each node. */
    Map<String, Report> reports() {
        return Map.copyOf(reports);
    }

    @Override
    public String topic() {
        return Topics.SEARCH;
    }

    /** A request reaches servers that were not running when it was made. */
    @Override
    public boolean readsFromStart() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) return;
        var at = Instant.ofEpochMilli(record.timestamp());
        switch (SearchNotice.read(record)) {
            case SearchNotice.Rebuild rebuild -> rebuildAsked = at;
            case SearchNotice.Index index -> reports.put(index.node(), new Report(index, at));
        }
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
