package parley.web.message.admission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import parley.domain.group.GroupAction;
import parley.domain.identity.FileId;
import parley.domain.identity.Role;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refused;
import parley.log.record.LogRecords;
import parley.log.rule.EntryKey;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.membership.NodeMemberships;
import parley.web.membership.NodePermissions;

/** Decides whether a send becomes a record of the log. */
public final class AdmissionControl {

    private final NodeMemberships members;
    private final NodePermissions permissions;
    private final MentionResolver mentions;
    private final InstantSource clock;
    private final LogConnection log;
    private final LogTail tail;
    private final AdmissionGate gate;
    private final RepeatLookup repeats;
    private final ChangeTargetCheck targets;
    private final PendingSends pending;
    private final FileClaim files;
    private final PublishQueue publishing;
    private final UnaryOperator<SendCallback> counted;
    private final SendTracing tracing;

    /**
     * @param clock the log clock
     * @param counted wraps a callback so that its outcome is counted
     */
    AdmissionControl(
            NodeMemberships members,
            NodePermissions permissions,
            MentionResolver mentions,
            InstantSource clock,
            LogConnection log,
            LogTail tail,
            AdmissionGate gate,
            RepeatLookup repeats,
            ChangeTargetCheck targets,
            PendingSends pending,
            FileClaim files,
            PublishQueue publishing,
            UnaryOperator<SendCallback> counted,
            SendTracing tracing) {
        this.members = members;
        this.permissions = permissions;
        this.mentions = mentions;
        this.clock = clock;
        this.log = log;
        this.tail = tail;
        this.gate = gate;
        this.repeats = repeats;
        this.targets = targets;
        this.pending = pending;
        this.files = files;
        this.publishing = publishing;
        this.counted = counted;
        this.tracing = tracing;
    }

    /** Tells {@code sender} the outcome, on this thread or on the tail's. */
    public void send(LogEntry entry, SendCallback sender) {
        send(entry, List.of(), sender);
    }

    /**
     * As {@link #send(LogEntry, SendCallback)}, with files.
     *
     * @param uploaded the sender's complete uploads; empty for anything but a message
     */
    public void send(LogEntry entry, List<FileId> uploaded, SendCallback sender) {
        tracing.trace(entry, counted.apply(sender), callback -> admit(entry, uploaded, callback));
    }

    private void admit(LogEntry entry, List<FileId> uploaded, SendCallback callback) {
        try {
            var role = members.require(entry.conversation(), entry.actor());
            admit(mentions.resolve(entry, callback), uploaded, role, callback);
        } catch (Refused why) {
            callback.onRefused(why);
        }
    }

    private void admit(LogEntry entry, List<FileId> uploaded, Role role, SendCallback callback) {
        var now = clock.instant();
        if (entry.cid().time().isAfter(now.plus(RepeatLookup.CLOCK_SLACK))) throw Refused.clock(now);
        int partition = tail.partition(entry.conversation());
        gate.requireOpen(partition);
        var key = EntryKey.of(entry);
        if (!pending.join(key, callback)) return;
        // A repeat gets the answer of the first send, whatever has changed since, and takes nothing from a limit.
        forward(entry, partition, key, now, () -> {
            requireAllowed(entry, role);
            mentions.takeFromLimit(entry);
            return withFiles(entry, uploaded);
        });
    }

    /** Their description in the record is that of the database: a claimed file is complete and in the storage. */
    private LogEntry withFiles(LogEntry entry, List<FileId> uploaded) {
        return entry instanceof LogEntry.Message message && !uploaded.isEmpty()
                ? message.with(files.claim(message, uploaded))
                : entry;
    }

    private void requireAllowed(LogEntry entry, Role role) {
        if (written(entry) instanceof GroupAction action)
            permissions.require(action, entry.conversation(), entry.actor(), role);
        targets.require(entry, role);
    }

    /** Null for what depends on the message that is changed. */
    private static GroupAction written(LogEntry entry) {
        return switch (entry) {
            case LogEntry.Message message -> GroupAction.SEND;
            case LogEntry.Event event ->
                switch (event.detail()) {
                    case EventDetail.Edited edited -> GroupAction.EDIT;
                    case EventDetail.Reaction reaction -> GroupAction.REACT;
                    case EventDetail.Revoked revoked -> null;
                    case EventDetail.OfConversation notice ->
                        throw new IllegalArgumentException("only the outbox changes conversations");
                };
        };
    }

    /** Sends a record of this node itself, such as a change of a group; the caller has joined {@link PendingSends}. */
    public void forward(LogEntry entry, EntryKey key) {
        forward(entry, tail.partition(entry.conversation()), key, clock.instant(), () -> entry);
    }

    /** @param checked returns the entry to write, or refuses it */
    private void forward(LogEntry entry, int partition, EntryKey key, Instant now, Supplier<LogEntry> checked) {
        try {
            var first = repeats.first(partition, key);
            if (first == null) {
                var record = LogRecords.write(
                        checked.get(), partition, log.identity().epoch(), now, log.origin());
                publishing.offer(record, now, why -> pending.onRefused(key, why));
            } else {
                pending.onRepeated(key, first);
            }
        } catch (Refused why) {
            pending.onRefused(key, why);
        }
    }
}
