package parley.web.tail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import parley.log.topic.Topics;
import parley.web.node.ChatLog;

/** Where the partitions of the log end now: one question to the broker for all who ask while it is under way. */
@ApplicationScoped
public class LogEnds {

    private static final ListOffsetsOptions PATIENCE = new ListOffsetsOptions().timeoutMs(1_000);

    @Inject
    ChatLog log;

    private CompletableFuture<Ends> asked;
    private CompletableFuture<Ends> next;

    /** @param askedNanos every record that was in the log at this {@link System#nanoTime} is below its end */
    public record Ends(long[] byPartition, long askedNanos) {}

    /** The answer to a question that begins no earlier than this call. */
    public synchronized CompletableFuture<Ends> now() {
        if (next != null) return next;
        if (asked != null && !asked.isDone()) {
            next = new CompletableFuture<>();
            return next;
        }
        asked = ask(new CompletableFuture<>());
        return asked;
    }

    private synchronized void answered() {
        if (next == null) return;
        asked = next;
        next = null;
        ask(asked);
    }

    private CompletableFuture<Ends> ask(CompletableFuture<Ends> answer) {
        try {
            int partitions = log.identity().partitions();
            var question = new HashMap<TopicPartition, OffsetSpec>();
            for (int p = 0; p < partitions; p++) question.put(new TopicPartition(Topics.MESSAGES, p), OffsetSpec.latest());
            long askedNanos = System.nanoTime();
            log.admin().listOffsets(question, PATIENCE).all().whenComplete((offsets, failed) -> {
                if (failed != null) answer.completeExceptionally(failed);
                else answer.complete(new Ends(ends(offsets, partitions), askedNanos));
                answered();
            });
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
        }
        return answer;
    }

    private static long[] ends(Map<TopicPartition, ? extends org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo> offsets, int partitions) {
        var ends = new long[partitions];
        for (int p = 0; p < partitions; p++) ends[p] = offsets.get(new TopicPartition(Topics.MESSAGES, p)).offset();
        return ends;
    }
}
