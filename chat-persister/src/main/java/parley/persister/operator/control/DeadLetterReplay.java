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

/** Tries again to store what lies in the dead letters. */
public final class DeadLetterReplay {

    private static final int NAMED = 5;

    /** Stores one; throws where that cannot be. */
    public interface Storing {
        ReplayResult store(ConsumerRecord<String, String> letter);
    }

    private final Storing storing;
    private final Consumer<String> progress;
    private final Map<ReplayResult, Integer> outcomes = new EnumMap<>(ReplayResult.class);
    private final List<String> named = new ArrayList<>();
    private int parked;

    /** @param progress told in a sentence after each letter */
    public DeadLetterReplay(Storing storing, Consumer<String> progress) {
        this.storing = storing;
        this.progress = progress;
    }

    /** @param letters hands over each of them */
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
                "%d dead letters: %d stored now, %d recognised now as repeats or void, %d settled before, %d still parked"
                        .formatted(
                                all,
                                count(ReplayResult.STORED),
                                count(ReplayResult.PASSED),
                                count(ReplayResult.ALREADY),
                                parked);
        if (parked > 0) sentence += ": " + String.join("; ", named) + (parked > NAMED ? "; …" : "");
        return sentence + ".";
    }

    private int count(ReplayResult what) {
        return outcomes.getOrDefault(what, 0);
    }

    private void one(ConsumerRecord<String, String> letter) {
        try {
            outcomes.merge(storing.store(letter), 1, Integer::sum);
        } catch (RuntimeException failed) {
            var why = fault(failed);
            if (why == null) throw failed;
            parked++;
            if (parked <= NAMED)
                named.add("partition %d offset %d (%s)".formatted(letter.partition(), letter.offset(), why));
        }
    }

    /** Null where the data is not at fault. */
    private static String fault(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnstorableRecord unfit) return unfit.getMessage();
        }
        if (!SqlState.isDataError(failed)) return null;
        var sql = SqlState.sql(failed);
        return "SQLState %s, error %d".formatted(sql.getSQLState(), sql.getErrorCode());
    }
}
