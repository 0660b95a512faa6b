package parley.web.log.tail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.web.log.source.MessageLog;
import parley.web.log.topic.StoredFeed;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class TailProducer {

    @Produces
    @Singleton
    Tail tail(NodeSettings settings, StoredFeed stored) {
        return new Tail(settings, stored);
    }

    @Produces
    @Singleton
    LogEnds ends(MessageLog log) {
        return new LogEnds(log, System::nanoTime);
    }
}
