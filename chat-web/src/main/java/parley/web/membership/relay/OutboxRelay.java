package parley.web.membership.relay;

import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.outbox.boundary.Outbox;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.outbox.entity.OutboxChange;
import parley.domain.refusal.Refused;
import parley.log.trace.TraceContext;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.membership.NodeMemberships;
import parley.web.platform.database.DatabaseGateway;

/** Relays changes from the outbox to the compacted topics of their kinds and to the logs of their conversations. */
public final class OutboxRelay {

    private static final int BATCH = 200;
    private static final int TIMEOUT_SECONDS = 10;
    private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());

    private final DatabaseGateway database;
    private final Outbox outbox;
    private final ChangePublisher publisher;
    private final NodeMemberships members;
    private final ConversationOrder conversations;
    private final Executor threads;
    private final LogIdentityCheck identityCheck;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    OutboxRelay(
            DatabaseGateway database,
            Outbox outbox,
            ChangePublisher publisher,
            NodeMemberships members,
            ConversationOrder conversations,
            Executor threads,
            LogIdentityCheck identityCheck) {
        this.database = database;
        this.outbox = outbox;
        this.publisher = publisher;
        this.members = members;
        this.conversations = conversations;
        this.threads = threads;
        this.identityCheck = identityCheck;
    }

    /** Polls the outbox now. Called periodically, and after a change was committed on this node. */
    public void wake() {
        again.set(true);
        if (running.compareAndSet(false, true)) threads.execute(this::run);
    }

    public boolean isRunning() {
        return running.get();
    }

    private void run() {
        try {
            while (again.getAndSet(false)) {
                identityCheck.require();
                while (database.inBackground(() -> outbox.relay(BATCH, this::send)) == BATCH) {
                    // Another batch may be waiting.
                }
            }
        } catch (EJBException | Refused failed) {
            // A failure of the database or the log, which health reports elsewhere.
            LOG.log(System.Logger.Level.DEBUG, "The outbox could not be relayed; it is tried again soon.", failed);
        } catch (RuntimeException | Error bug) {
            LOG.log(System.Logger.Level.WARNING, "The outbox could not be relayed; it is tried again soon.", bug);
        } finally {
            running.set(false);
        }
        if (again.get()) wake();
    }

    /** Returns when the changes are in the log. */
    private void send(List<OutboxChange> changes) {
        var sent = new ArrayList<CompletableFuture<?>>();
        var recorded = new LinkedHashMap<OutboxChange.OfConversation, CompletableFuture<Position>>();
        var traces = changes.stream().map(change -> TraceContext.random()).toList();
        for (int i = 0; i < changes.size(); i++) {
            try (var both = traces.get(i).open()) {
                sent.add(publisher.publish(changes.get(i)).toCompletableFuture());
            }
        }
        for (int i = 0; i < changes.size(); i++) {
            if (!(changes.get(i) instanceof OutboxChange.OfConversation change) || !change.isRecorded()) continue;
            try (var both = traces.get(i).open()) {
                recorded.put(change, announce(change));
            }
        }
        sent.addAll(recorded.values());
        await(sent);
        var withPosition = new ArrayList<CompletableFuture<?>>();
        recorded.forEach((change, at) -> {
            if (change instanceof MembershipChange member && member.joinedVersion() != 0)
                withPosition.add(members.publish(member, at.join()).toCompletableFuture());
        });
        await(withPosition);
    }

    private static void await(List<CompletableFuture<?>> sent) {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw Refused.unavailable("The log did not take the changes.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("This node is stopping.", stopped);
        }
    }

    private CompletableFuture<Position> announce(OutboxChange.OfConversation change) {
        var entry = new LogEntry.Event(change.conversation(), change.cid(), change.actor(), detail(change));
        return conversations.append(entry).toCompletableFuture();
    }

    private static EventDetail detail(OutboxChange.OfConversation change) {
        return switch (change) {
            case MembershipChange member ->
                new EventDetail.MemberChanged(
                        member.user(), member.role(), member.version(), member.shown(), member.joinedVersion());
            case GroupChange group -> new EventDetail.GroupChanged(group.change(), group.version());
        };
    }
}
