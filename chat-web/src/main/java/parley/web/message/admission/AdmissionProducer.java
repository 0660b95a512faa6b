package parley.web.message.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.domain.message.boundary.Messages;
import parley.web.log.connection.ChatLog;
import parley.web.log.connection.LogGuard;
import parley.web.log.tail.NodeSettings;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.StoredFeed;
import parley.web.membership.Members;
import parley.web.message.acknowledgement.Acknowledgements;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.Database;
import parley.web.platform.runtime.Leaving;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class AdmissionProducer {

    @Produces
    @Singleton
    Pending pending(Acknowledgements acknowledgements) {
        return new Pending((place, partition) -> acknowledgements.note(partition, place), System::nanoTime);
    }

    @Produces
    @Singleton
    AdmissionGate gate(Leaving leaving, LogGuard guard, TailReader reader, Tail tail, NodeSettings settings) {
        return new AdmissionGate(leaving, guard, reader, tail, settings.indexMost());
    }

    @Produces
    @Singleton
    RepeatLookup repeats(
            ChatLog log, Tail tail, TailReader reader, StoredFeed stored, Database database, Messages messages) {
        return new RepeatLookup(log, tail, reader, stored, database, messages);
    }

    @Produces
    @Singleton
    Targets targets(Tail tail, Database database, Messages messages) {
        return new Targets(tail, database, messages);
    }

    @Produces
    @Singleton
    Intake intake(
            Members members,
            LogClock clock,
            ChatLog log,
            Tail tail,
            AdmissionGate gate,
            RepeatLookup repeats,
            Targets targets,
            Pending pending,
            Pump pump,
            Sends sends) {
        return new Intake(members, clock, log, tail, gate, repeats, targets, pending, pump.queue(), sends::counted);
    }
}
