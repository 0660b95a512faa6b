package parley.persister.operator.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.sql.SqlState;
import parley.persister.operator.entity.CommandResult;
import parley.persister.store.entity.ReplayResult;
import parley.persister.store.entity.UnstorableRecord;

/** Retries storing the dead letters. */
public final class DeadLetterReplay {

    private static final int MAX_NAMED = 5;

    /** Stores one dead letter; throws if that is impossible. */
    public interface Store {
        ReplayResult store(ConsumerRecord<String, String> letter);
    }

    private final Store store;
    private final Consumer<String> progress;
    private final Map<ReplayResult, Integer> outcomes = new EnumMap<>(ReplayResult.class);
    private final List<String> named = new ArrayList<>();
    private int parked;

    /** @param progress called with a sentence after each letter */
    public DeadLetterReplay(Store store, Consumer<String> progress) {
        this.store = store;
        this.progress = progress;
    }

    /** @param letters passes each dead letter to its argument */
    public CommandResult run(Consumer<Consumer<ConsumerRecord<String, String>>> letters) {
        letters.accept(letter -> {
            one(letter);
            progress.accept(sentence());
        });
        return new CommandResult(true, sentence());
    }

    private String sentence() {
        int all =
                parked + outcomes.values().stream().mapToInt(Integer::intValue).sum();
        var sentence =
                "%d dead letters: %d stored now, %d recognized now as repeats or void, %d settled before, %d still parked"
                        .formatted(
                                all,
                                count(ReplayResult.STORED),
                                count(ReplayResult.PASSED),
                                count(ReplayResult.ALREADY),
                                parked);
        if (parked > 0) sentence += ": " + String.join("; ", named) + (parked > MAX_NAMED ? "; …" : "");
        return sentence + ".";
    }

    private int count(ReplayResult what) {
        return outcomes.getOrDefault(what, 0);
    }

    private void one(ConsumerRecord<String, String> letter) {
        try {
            outcomes.merge(store.store(letter), 1, Integer::sum);
        } catch (RuntimeException failed) {
            var why = fault(failed);
            if (why == null) throw failed;
            parked++;
            if (parked <= MAX_NAMED)
                named.add("partition %d offset %d (%s)".formatted(letter.partition(), letter.offset(), why));
        }
    }

    /** Null if the data is not at fault. */
    private static String fault(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnstorableRecord unfit) return unfit.getMessage();
        }
        if (!SqlState.isDataError(failed)) return null;
        var sql = SqlState.sql(failed);
        return "SQLState %s, error %d".formatted(sql.getSQLState(), sql.getErrorCode());
    }
}
