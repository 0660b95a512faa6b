package parley.log.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import parley.log.client.LogSettings;

/**
 * Makes the topics that are not there, and tells where one that is there is not as it should be: nothing is sent
 * before all of them are.
 */
public final class TopicKeeper {

    private static final System.Logger LOG = System.getLogger(TopicKeeper.class.getName());

    private final Admin admin;
    private final LogSettings settings;

    public TopicKeeper(Admin admin, LogSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /** @return the log as it is; throws {@link UnfitTopic} where a topic is not as it should be */
    public LogIdentity ensure() throws ExecutionException, InterruptedException {
        var specs = Topics.all(settings.partitions());
        var names = specs.stream().map(Topics.Spec::name).toList();
        var present = admin.listTopics().names().get();
        for (var spec : specs) {
            if (!present.contains(spec.name())) create(spec);
        }
        var topics = admin.describeTopics(names).allTopicNames().get();
        var configs = admin.describeConfigs(
                        names.stream().map(TopicKeeper::resource).toList())
                .all()
                .get();
        var faults = new ArrayList<String>();
        for (var spec : specs) {
            var config = configs.get(resource(spec.name()));
            var values = new HashMap<String, String>();
            config.entries().forEach(entry -> values.put(entry.name(), entry.value()));
            faults.addAll(faults(spec, topics.get(spec.name()), values));
        }
        if (!faults.isEmpty()) throw new UnfitTopic(String.join("; ", faults));
        return new LogIdentity(
                topics.get(Topics.MESSAGES).topicId().toString(), settings.partitions(), settings.epoch());
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
                faults.add("topic %s has min.insync.replicas under 2".formatted(spec.name()));
            }
        }
        return faults;
    }

    private void create(Topics.Spec spec) throws ExecutionException, InterruptedException {
        var config = new HashMap<>(spec.settings());
        if (settings.production()) config.put("min.insync.replicas", "2");
        var replicas = settings.production() ? Optional.of((short) 3) : Optional.<Short>empty();
        var topic = new NewTopic(spec.name(), Optional.of(spec.partitions()), replicas).configs(config);
        try {
            admin.createTopics(List.of(topic)).all().get();
            LOG.log(System.Logger.Level.INFO, "Topic {0} made with {1} partitions.", spec.name(), spec.partitions());
        } catch (ExecutionException failed) {
            // Another node made it at the same moment.
            if (!(failed.getCause() instanceof TopicExistsException)) throw failed;
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
