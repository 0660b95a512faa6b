package parley.web.log.connection;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.client.LogSettings;
import parley.log.codec.ClockTick;
import parley.log.topic.LogIdentity;
import parley.log.topic.TopicKeeper;
import parley.web.platform.clock.LogClock;
import parley.web.platform.runtime.ScheduledTask;

/** This node's connection to the log: its identity and its clock. */
@ApplicationScoped
public class LogConnection {

    private static final System.Logger LOG = System.getLogger(LogConnection.class.getName());
    private static final int PATIENCE_SECONDS = 10;
    private static final int FIRST_TICKS = 3;

    @Inject
    LogSettings settings;

    @Inject
    LogClock clock;

    private final String origin = UUID.randomUUID().toString();
    private Admin admin;
    private TopicKeeper topics;
    private KafkaProducer<String, String> ticks;
    private volatile LogIdentity identity;

    /** Identifies this run of this node in its records. */
    public String origin() {
        return origin;
    }

    /** The name of a socket of this node, unique among all nodes. */
    public String nameOf(String session) {
        return origin + "/" + session;
    }

    public LogSettings settings() {
        return settings;
    }

    /** Creates and validates the topics and reads the log clock; throws if the broker is down or a topic is invalid. */
    public LogIdentity connect() throws ExecutionException, InterruptedException {
        if (admin == null) admin = Admin.create(settings.client("parley-node"));
        if (topics == null) topics = new TopicKeeper(admin, settings);
        if (ticks == null) {
            ticks = new KafkaProducer<>(
                    settings.producer("parley-clock"), new StringSerializer(), new StringSerializer());
        }
        var found = topics.ensure();
        // The first tick takes longer, because it connects.
        for (int i = 0; i < FIRST_TICKS; i++) tick(found);
        identity = found;
        return found;
    }

    /** Asks the broker for the identity of its log. */
    LogIdentity askIdentity() throws ExecutionException, InterruptedException {
        return topics.identity();
    }

    /** Repeated, because monotonic clocks drift. */
    @Produces
    ScheduledTask clockReading() {
        return ScheduledTask.blocking("log clock", Duration.ofMinutes(1), this::readClock);
    }

    private void readClock() throws InterruptedException {
        try {
            tick(identity);
        } catch (ExecutionException | KafkaException failed) {
            LOG.log(System.Logger.Level.INFO, "Could not read the log clock; the monotonic clock continues.");
        }
    }

    private void tick(LogIdentity log) throws ExecutionException, InterruptedException {
        var record = new ClockTick(origin).toRecord(log.epoch());
        long sent = System.nanoTime();
        try {
            var appended = ticks.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            clock.set(Instant.ofEpochMilli(appended.timestamp()), sent, System.nanoTime());
        } catch (java.util.concurrent.TimeoutException hangs) {
            throw new TimeoutException("the broker did not take a tick", hangs);
        }
    }

    public boolean isConnected() {
        return identity != null;
    }

    public Admin admin() {
        identity();
        return admin;
    }

    /** @throws Refused {@code unavailable} before the topics have been validated */
    public LogIdentity identity() {
        var known = identity;
        if (known == null) throw new Refused(Refusal.UNAVAILABLE, "This node has not reached the log yet.");
        return known;
    }

    public Map<String, Object> reader(String name) {
        return settings.reader(name);
    }

    @PreDestroy
    void close() {
        if (ticks != null) ticks.close(Duration.ofMillis(500));
        if (admin != null) admin.close(Duration.ofMillis(500));
    }
}
