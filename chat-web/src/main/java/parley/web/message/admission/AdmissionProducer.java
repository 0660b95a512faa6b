package parley.web.message.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.domain.message.boundary.MessageQueries;
import parley.web.log.connection.LogConnection;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.NodeSettings;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.StoredOffsets;
import parley.web.membership.NodeMemberships;
import parley.web.message.acknowledgement.AckPublisher;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.runtime.DrainState;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class AdmissionProducer {

    @Produces
    @Singleton
    PendingSends pending(AckPublisher acknowledgements) {
        return new PendingSends((place, partition) -> acknowledgements.note(partition, place), System::nanoTime);
    }

    @Produces
    @Singleton
    AdmissionGate gate(
            DrainState leaving, LogIdentityCheck guard, TailReader reader, LogTail tail, NodeSettings settings) {
        return new AdmissionGate(leaving, guard, reader, tail, settings.indexMost());
    }

    @Produces
    @Singleton
    RepeatLookup repeats(
            LogConnection log,
            LogTail tail,
            TailReader reader,
            StoredOffsets stored,
            DatabaseGateway database,
            MessageQueries messages) {
        return new RepeatLookup(log, tail, reader, stored, database, messages);
    }

    @Produces
    @Singleton
    ChangeTargetCheck targets(LogTail tail, DatabaseGateway database, MessageQueries messages) {
        return new ChangeTargetCheck(tail, database, messages);
    }

    @Produces
    @Singleton
    AdmissionControl intake(
            NodeMemberships members,
            LogClock clock,
            LogConnection log,
            LogTail tail,
            AdmissionGate gate,
            RepeatLookup repeats,
            ChangeTargetCheck targets,
            PendingSends pending,
            LogPublisher pump,
            SendMetrics sends) {
        return new AdmissionControl(
                members, clock, log, tail, gate, repeats, targets, pending, pump.queue(), sends::counted);
    }
}
