package parley.log.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import parley.log.client.LogSettings;

/**
 * Creates missing topics and checks the configuration of existing ones. Nothing is sent before all topics are valid.
 */
public final class TopicKeeper {

    private static final System.Logger LOG = System.getLogger(TopicKeeper.class.getName());

    /** Above the timeout of the client itself. */
    private static final int PATIENCE_SECONDS = 12;

    private static final int ATTEMPTS = 20;
    private static final int BETWEEN_ATTEMPTS_MILLIS = 100;

    private final Admin admin;
    private final LogSettings settings;

    public TopicKeeper(Admin admin, LogSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Creates missing topics and checks all of them.
     *
     * @throws UnfitTopic if a topic is misconfigured
     */
    public LogIdentity ensure() throws ExecutionException, InterruptedException {
        settings.refusal().ifPresent(why -> {
            throw new UnfitTopic(why);
        });
        var present = get(admin.listTopics().names());
        for (var spec : Topics.all(settings.partitions())) {
            if (!present.contains(spec.name())) create(spec);
        }
        return checkCreated();
    }

    /** A broker may learn of a new topic a moment after its creation was confirmed. */
    private LogIdentity checkCreated() throws ExecutionException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return check(true);
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException) || attempt == ATTEMPTS)
                    throw failed;
                TimeUnit.MILLISECONDS.sleep(BETWEEN_ATTEMPTS_MILLIS);
            }
        }
    }

    /** As {@link #ensure}, for topics that are in use: a missing topic is an error and is not created. */
    public LogIdentity check() throws ExecutionException, InterruptedException {
        return check(false);
    }

    /** The identity of the log that the broker has now; a missing topic is an {@link ExecutionException}. */
    public LogIdentity identity() throws ExecutionException, InterruptedException {
        var topic = get(admin.describeTopics(List.of(Topics.MESSAGES)).allTopicNames())
                .get(Topics.MESSAGES);
        return new LogIdentity(topic.topicId().toString(), topic.partitions().size(), settings.epoch());
    }

    private LogIdentity check(boolean tune) throws ExecutionException, InterruptedException {
        var specs = Topics.all(settings.partitions());
        var names = specs.stream().map(Topics.Spec::name).toList();
        var topics = get(admin.describeTopics(names).allTopicNames());
        var configs = get(
                admin.describeConfigs(names.stream().map(TopicKeeper::resource).toList())
                        .all());
        var faults = new ArrayList<String>();
        for (var spec : specs) {
            var config = configs.get(resource(spec.name()));
            var values = new HashMap<String, String>();
            config.entries().forEach(entry -> values.put(entry.name(), entry.value()));
            faults.addAll(faults(spec, topics.get(spec.name()), values));
            if (tune) tune(spec, config);
        }
        if (!faults.isEmpty()) throw new UnfitTopic(String.join("; ", faults));
        return new LogIdentity(
                topics.get(Topics.MESSAGES).topicId().toString(), settings.partitions(), settings.epoch());
    }

    /** Applies tuning to a topic created by an earlier version, except for settings that an operator has changed. */
    private void tune(Topics.Spec spec, Config config) throws InterruptedException {
        var changes = spec.tuning().entrySet().stream()
                .filter(wanted -> config.get(wanted.getKey()) == null
                        || config.get(wanted.getKey()).source() != ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .map(wanted -> new AlterConfigOp(
                        new ConfigEntry(wanted.getKey(), wanted.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        if (changes.isEmpty()) return;
        try {
            get(admin.incrementalAlterConfigs(
                            Map.<ConfigResource, Collection<AlterConfigOp>>of(resource(spec.name()), changes))
                    .all());
            LOG.log(System.Logger.Level.INFO, "Configured topic {0} with {1}.", spec.name(), spec.tuning());
        } catch (ExecutionException | KafkaException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Could not configure topic {0} with {1}; continuing with its current settings: {2}",
                    spec.name(),
                    spec.tuning(),
                    refused);
        }
    }

    /** A broker that hangs must not block the caller, whatever the client does. */
    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException, InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException hangs) {
            throw new TimeoutException("the broker does not answer", hangs);
        }
    }

    private List<String> faults(Topics.Spec spec, TopicDescription topic, Map<String, String> values) {
        var faults = new ArrayList<String>();
        if (topic.partitions().size() != spec.partitions()) {
            faults.add("topic %s has %d partitions, not %d"
                    .formatted(spec.name(), topic.partitions().size(), spec.partitions()));
        }
        spec.settings().forEach((key, wanted) -> {
            if (!wanted.equals(values.get(key))) {
                faults.add("topic %s has %s=%s, not %s".formatted(spec.name(), key, values.get(key), wanted));
            }
        });
        if (settings.production()) {
            int replicas = topic.partitions().getFirst().replicas().size();
            if (replicas < 3) faults.add("topic %s has %d replicas, fewer than 3".formatted(spec.name(), replicas));
            if (Integer.parseInt(values.getOrDefault("min.insync.replicas", "1")) < 2) {
                faults.add("topic %s has min.insync.replicas below 2".formatted(spec.name()));
            }
        }
        return faults;
    }

    private void create(Topics.Spec spec) throws ExecutionException, InterruptedException {
        var config = new HashMap<>(spec.settings());
        config.putAll(spec.tuning());
        if (settings.production()) config.put("min.insync.replicas", "2");
        var replicas = settings.production() ? Optional.of((short) 3) : Optional.<Short>empty();
        var topic = new NewTopic(spec.name(), Optional.of(spec.partitions()), replicas).configs(config);
        try {
            get(admin.createTopics(List.of(topic)).all());
            LOG.log(System.Logger.Level.INFO, "Created topic {0} with {1} partitions.", spec.name(), spec.partitions());
        } catch (ExecutionException failed) {
            // Another node created it at the same time.
            if (!(failed.getCause() instanceof TopicExistsException)) throw failed;
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
