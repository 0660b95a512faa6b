package parley.web.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.account.entity.Block;
import parley.log.codec.BlockState;
import parley.web.log.connection.LogConnection;
import parley.web.log.topic.OutgoingChannel;

/** Publishes whether a user has blocked another one to {@code chat_blocks}. */
@ApplicationScoped
public class BlockPublisher implements OutgoingChannel {

    private static final String CHANNEL = "blocks-out";

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    public CompletionStage<Void> send(BlockState state) {
        return emitter.send(state.toRecord(log.identity().epoch()));
    }

    public CompletionStage<Void> delete(Block block) {
        return emitter.send(BlockState.deletion(block, log.identity().epoch()));
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public boolean isAlive() {
        return !emitter.isCancelled();
    }
}
