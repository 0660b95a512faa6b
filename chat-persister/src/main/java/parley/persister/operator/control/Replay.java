package parley.persister.operator.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.sql.SqlState;
import parley.persister.operator.entity.Result;
import parley.persister.store.entity.Replayed;
import parley.persister.store.entity.UnfitRecord;

/** Tries again to store what lies in the dead letters. */
public final class Replay {

    private static final int NAMED = 5;

    /** Stores one; throws where that cannot be. */
    public interface Storing {
        Replayed store(ConsumerRecord<String, String> letter);
    }

    private final Storing storing;
    private final Consumer<String> progress;
    private final Map<Replayed, Integer> outcomes = new EnumMap<>(Replayed.class);
    private final List<String> named = new ArrayList<>();
    private int parked;

    /** @param progress told in a sentence after each letter */
    public Replay(Storing storing, Consumer<String> progress) {
        this.storing = storing;
        this.progress = progress;
    }

    /** @param letters hands over each of them */
    public Result run(Consumer<Consumer<ConsumerRecord<String, String>>> letters) {
        letters.accept(letter -> {
            one(letter);
            progress.accept(sentence());
        });
        return new Result(true, sentence());
    }

    private String sentence() {
        int all =
                parked + outcomes.values().stream().mapToInt(Integer::intValue).sum();
        var sentence =
                "%d dead letters: %d stored now, %d recognised now as repeats or void, %d settled before, %d still parked"
                        .formatted(
                                all, count(Replayed.STORED), count(Replayed.PASSED), count(Replayed.ALREADY), parked);
        if (parked > 0) sentence += ": " + String.join("; ", named) + (parked > NAMED ? "; …" : "");
        return sentence + ".";
    }

    private int count(Replayed what) {
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
            if (cause instanceof UnfitRecord unfit) return unfit.getMessage();
        }
        if (!SqlState.isDataError(failed)) return null;
        var sql = SqlState.sql(failed);
        return "SQLState %s, error %d".formatted(sql.getSQLState(), sql.getErrorCode());
    }
}
