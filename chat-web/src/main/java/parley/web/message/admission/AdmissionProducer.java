package parley.web.message.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import parley.domain.file.boundary.Files;
import parley.domain.message.boundary.MessageQueries;
import parley.log.trace.RecordSpans;
import parley.web.account.directory.UserDirectory;
import parley.web.log.connection.LogConnection;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.NodeSettings;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.StoredOffsets;
import parley.web.membership.NodeBlocks;
import parley.web.membership.NodeMemberships;
import parley.web.membership.NodePermissions;
import parley.web.membership.ReadAccess;
import parley.web.message.acknowledgement.AckPublisher;
import parley.web.message.history.MessageLookup;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimiter;
import parley.web.platform.runtime.DrainState;
import parley.web.platform.runtime.ScheduledTask;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class AdmissionProducer {

    @Produces
    @Singleton
    PendingSends pending(AckPublisher acknowledgements) {
        return new PendingSends((place, partition) -> acknowledgements.note(partition, place), System::nanoTime);
    }

    @Produces
    ScheduledTask pendingSendExpiry(PendingSends pending) {
        return ScheduledTask.quick("pending sends", Duration.ofMillis(500), pending::expire);
    }

    @Produces
    @Singleton
    AdmissionGate gate(
            DrainState drain,
            LogIdentityCheck identityCheck,
            TailStatus tailStatus,
            LogTail tail,
            NodeSettings settings) {
        return new AdmissionGate(drain, identityCheck, tailStatus, tail, settings.indexMost());
    }

    @Produces
    @Singleton
    RepeatLookup repeats(
            LogConnection log,
            LogTail tail,
            TailStatus tailStatus,
            StoredOffsets stored,
            DatabaseGateway database,
            MessageQueries messages) {
        return new RepeatLookup(log, tail, tailStatus, stored, database, messages);
    }

    @Produces
    @Singleton
    ChangeTargetCheck targets(MessageLookup messages, NodePermissions permissions, ReadAccess readers) {
        return new ChangeTargetCheck(messages, permissions, readers);
    }

    @Produces
    @Singleton
    MentionResolver mentions(
            UserDirectory users,
            NodeMemberships members,
            NodeBlocks blocks,
            MentionSettings settings,
            RateLimiter limiter) {
        return new MentionResolver(
                users,
                members,
                blocks,
                new GroupSizePolicy(members, settings.everyoneMembers()),
                sender -> limiter.take(LimitKind.EVERYONE, sender));
    }

    @Produces
    @Singleton
    FileClaim fileClaim(DatabaseGateway database, Files files) {
        return (message, uploaded) ->
                database.needed(() -> files.claim(message.actor(), message.conversation(), message.cid(), uploaded));
    }

    @Produces
    @Singleton
    AdmissionControl admission(
            NodeMemberships members,
            NodePermissions permissions,
            MentionResolver mentions,
            LogClock clock,
            LogConnection log,
            LogTail tail,
            AdmissionGate gate,
            RepeatLookup repeats,
            ChangeTargetCheck targets,
            PendingSends pending,
            FileClaim files,
            LogPublisher publisher,
            SendMetrics sends,
            RecordSpans spans) {
        return new AdmissionControl(
                members,
                permissions,
                mentions,
                clock,
                log,
                tail,
                gate,
                repeats,
                targets,
                pending,
                files,
                publisher.queue(),
                sends::counted,
                new SendTracing(spans));
    }
}
