package parley.web.log.source;

import java.time.InstantSource;
import org.apache.kafka.clients.producer.ProducerRecord;

class InMemoryLogTest extends MessageLogContract {

    private final InMemoryLog log = new InMemoryLog(2, InstantSource.system());

    @Override
    MessageLog log() {
        return log;
    }

    @Override
    void append(ProducerRecord<String, String> record) {
        log.append(record).toCompletableFuture().join();
    }

    @Override
    void trim(int partition, long below) {
        log.trim(partition, below);
    }
}
