package parley.web.log.tail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.web.log.source.MessageLog;
import parley.web.log.topic.StoredOffsets;

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
}
