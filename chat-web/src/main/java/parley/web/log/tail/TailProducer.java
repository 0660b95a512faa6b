package parley.web.log.tail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import parley.log.trace.RecordSpans;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.source.MessageLog;
import parley.web.log.topic.StoredOffsets;
import parley.web.platform.runtime.ScheduledTask;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class TailProducer {

    @Produces
    @Singleton
    LogTail tail(NodeSettings settings, StoredOffsets stored) {
        return new LogTail(settings, stored);
    }

    @Produces
    @Singleton
    EndOffsets ends(MessageLog log) {
        return new EndOffsets(log, System::nanoTime);
    }

    @Produces
    @Singleton
    TailStart start(NodeSettings settings, StoredOffsets stored) {
        return new TailStart(settings, stored);
    }

    @Produces
    @Singleton
    RecordProcessor processor(LogRecordHandler handler, RecordSpans spans) {
        return new RecordProcessor(handler, spans, System::nanoTime);
    }

    @Produces
    ScheduledTask identityRequests(LogIdentityCheck identityCheck) {
        return ScheduledTask.blocking("log identity", Duration.ofSeconds(2), identityCheck::look);
    }

    @Produces
    ScheduledTask comparison(LogIdentityCheck identityCheck, EndOffsets ends) {
        return ScheduledTask.blocking("log comparison", Duration.ofSeconds(10), () -> {
            // Read before the ends are requested: a later end is never below an earlier next_offset.
            var stored = identityCheck.stored();
            if (stored != null) ends.now().thenAccept(now -> identityCheck.check(stored, now.byPartition()));
        });
    }
}
