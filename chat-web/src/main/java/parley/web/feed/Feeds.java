package parley.web.feed;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import parley.log.topic.LogIdentity;
import parley.log.topic.Topics;
import parley.web.node.AssignedReader;
import parley.web.node.ChatLog;

/** Reads the small topics for all who follow one, on one thread. */
@ApplicationScoped
public class Feeds {

    private static final System.Logger LOG = System.getLogger(Feeds.class.getName());

    @Inject
    ChatLog log;

    @Inject
    @Any
    Instance<Feed> feeds;

    private final Map<String, Feed> byTopic = new HashMap<>();
    private final Map<TopicPartition, Long> missing = new HashMap<>();
    private volatile AssignedReader reader;
    private volatile boolean whole;

    /** Reads until the node stops; {@code onWhole} is called once, when all that must be read has been. */
    public void run(LogIdentity identity, Runnable onWhole) {
        var mine = new AssignedReader(log.reader("parley-feeds"));
        reader = mine;
        begin(mine, identity);
        mine.run(records -> {
            records.forEach(this::take);
            if (whole) return;
            missing.entrySet().removeIf(end -> mine.position(end.getKey()) >= end.getValue());
            if (missing.isEmpty()) {
                whole = true;
                onWhole.run();
            }
        });
    }

    public boolean isWhole() {
        return whole;
    }

    private void begin(AssignedReader mine, LogIdentity identity) {
        var from = new HashMap<TopicPartition, Long>();
        var specs = Topics.all(identity.partitions());
        var fromStart = new ArrayList<TopicPartition>();
        var fromNow = new ArrayList<TopicPartition>();
        for (var feed : feeds) {
            byTopic.put(feed.topic(), feed);
            var spec = specs.stream().filter(s -> s.name().equals(feed.topic())).findFirst().orElseThrow();
            partitions(spec).forEach((feed.whole() ? fromStart : fromNow)::add);
        }
        from.putAll(mine.beginnings(fromStart));
        from.putAll(mine.ends(fromNow));
        missing.putAll(mine.ends(fromStart));
        mine.assign(from);
    }

    private static List<TopicPartition> partitions(Topics.Spec spec) {
        return IntStream.range(0, spec.partitions())
                .mapToObj(p -> new TopicPartition(spec.name(), p))
                .toList();
    }

    private void take(ConsumerRecord<String, String> record) {
        try {
            byTopic.get(record.topic()).take(record);
        } catch (RuntimeException wrong) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Record %s-%d@%d is not understood and passed over."
                            .formatted(record.topic(), record.partition(), record.offset()),
                    wrong);
        }
    }

    @PreDestroy
    void close() {
        if (reader != null) reader.close();
    }
}
