package parley.web.log.tail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import parley.log.topic.Topics;
import parley.web.node.ChatLog;

/** Where the partitions of the log end now: one question to the broker for all who ask while it is under way. */
@ApplicationScoped
public class LogEnds {

    /** Who asks for a page waits less; that a node is at the log's end is true also of a late answer. */
    private static final ListOffsetsOptions PATIENCE = new ListOffsetsOptions().timeoutMs(5_000);

    private static final System.Logger LOG = System.getLogger(LogEnds.class.getName());
    private static final int LONGEST_SECONDS = 7;

    @Inject
    ChatLog log;

    private volatile boolean failing;

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

    private void told(Throwable failed) {
        boolean fails = failed != null;
        if (fails != failing) {
            failing = fails;
            if (fails)
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The log cannot be asked where it ends; it is asked again every second.",
                        failed);
            else LOG.log(System.Logger.Level.INFO, "The log says again where it ends.");
        }
        answered();
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
            for (int p = 0; p < partitions; p++)
                question.put(new TopicPartition(Topics.MESSAGES, p), OffsetSpec.latest());
            long askedNanos = System.nanoTime();
            log.admin().listOffsets(question, PATIENCE).all().whenComplete((offsets, failed) -> {
                if (failed != null) answer.completeExceptionally(failed);
                else answer.complete(new Ends(ends(offsets, partitions), askedNanos));
            });
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
        }
        // Whatever the client does, a question that has no answer must not keep those that follow.
        answer.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).whenComplete((ends, failed) -> told(failed));
        return answer;
    }

    private static long[] ends(
            Map<TopicPartition, ? extends org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo>
                    offsets,
            int partitions) {
        var ends = new long[partitions];
        for (int p = 0; p < partitions; p++)
            ends[p] = offsets.get(new TopicPartition(Topics.MESSAGES, p)).offset();
        return ends;
    }
}
