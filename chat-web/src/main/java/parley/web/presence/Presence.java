package parley.web.presence;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.identity.UserId;
import parley.log.codec.PresenceReport;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.ControlTopicListener;
import parley.web.log.topic.OutgoingChannel;
import parley.web.platform.clock.LogClock;
import parley.web.platform.role.NodeRole;
import parley.web.platform.runtime.ScheduledTask;

/**
 * Publishes the users who are connected to this node, and those of them whose sockets are idle. Combines this with the
 * reports of the other nodes and with the statuses of users. A node without sockets reports nothing.
 */
@ApplicationScoped
public class Presence implements ControlTopicListener, OutgoingChannel {

    private static final String CHANNEL = "presence-out";

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    @Inject
    LogClock clock;

    @Inject
    TailStatus tailStatus;

    @Inject
    ConnectedUsers connected;

    @Inject
    UserStatuses statuses;

    @Inject
    NodeRole role;

    @Inject
    Event<PresenceChanged> changes;

    private final OnlineUsers online = new OnlineUsers();
    private final ReportSchedule schedule = new ReportSchedule(System.nanoTime());

    @Produces
    ScheduledTask publication() {
        return ScheduledTask.quick("presence", Duration.ofMillis(500), this::update);
    }

    /** Publishes the users of this node if that is due, and fires changes on any node. */
    private synchronized void update() {
        var here = connected.users();
        var idle = connected.idle();
        online.heard(log.origin(), here, idle, System.nanoTime());
        if (role.hasSockets() && schedule.isDue(here, idle, System.nanoTime()) && tailStatus.isRecent())
            say(here, idle);
        var now = clock.instant();
        var changed = new HashSet<>(online.changes(System.nanoTime(), now));
        changed.addAll(statuses.changes(now));
        if (!changed.isEmpty()) changes.fire(new PresenceChanged(changed));
    }

    private void say(Set<UserId> here, Set<UserId> idle) {
        emitter.send(new PresenceReport(log.origin(), here, idle)
                .toRecord(log.identity().epoch()));
        schedule.reported(here, idle, System.nanoTime());
    }

    public UserPresence of(UserId user) {
        boolean isOnline = online.isOnline(user);
        return UserPresence.of(
                isOnline,
                online.isIdle(user),
                isOnline ? null : online.lastSeen(user),
                statuses.of(user),
                clock.instant());
    }

    @Override
    public String topic() {
        return Topics.PRESENCE;
    }

    @Override
    public boolean readsFromStart() {
        return false;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        var report = PresenceReport.read(record);
        if (report.node().equals(log.origin())) return;
        online.heard(report.node(), report.users(), report.idle(), System.nanoTime());
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public boolean isAlive() {
        return !emitter.isCancelled();
    }

    /** Published so that other nodes need not wait for the timeout. */
    @PreDestroy
    void publishOffline() {
        if (role.hasSockets() && log.isConnected() && isAlive() && tailStatus.isRecent()) say(Set.of(), Set.of());
    }
}
