package parley.web.log.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.web.log.connection.LogConnection;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class MessageLogProducer {

    @Produces
    @Singleton
    MessageLog log(LogConnection log) {
        return new KafkaLog(log::admin, () -> log.identity().partitions(), log.settings());
    }
}
