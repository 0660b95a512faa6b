package parley.persister.operator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLDataException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.domain.sql.DatabaseFailure;
import parley.persister.operator.entity.CommandResult;
import parley.persister.store.entity.ReplayResult;
import parley.persister.store.entity.UnstorableRecord;

class DeadLetterReplayTest {

    @Test
    void the_outcomes_are_reported() {
        var outcomes =
                new ReplayResult[] {ReplayResult.STORED, ReplayResult.STORED, ReplayResult.PASSED, ReplayResult.ALREADY
                };
        var result = run(4, letter -> outcomes[(int) letter.offset()]);
        assertThat(result.done()).isTrue();
        assertThat(result.sentence())
                .isEqualTo(
                        "4 dead letters: 2 stored now, 1 recognized now as repeats or void, 1 settled before, 0 still parked.");
    }

    @Test
    void a_letter_that_cannot_be_stored_is_named_and_does_not_stop_the_others() {
        var result = run(3, letter -> switch ((int) letter.offset()) {
            case 0 -> throw new UnstorableRecord(0, "its conversation does not exist", null);
            case 1 -> throw new DatabaseFailure(new SQLDataException("too long", "22001", 1406));
            default -> ReplayResult.STORED;
        });
        assertThat(result.sentence())
                .contains("1 stored now", "2 still parked")
                .contains("partition 7 offset 0 (its conversation does not exist)")
                .contains("partition 7 offset 1 (SQLState 22001, error 1406)");
    }

    @Test
    void at_most_five_letters_are_named() {
        var result = run(50, letter -> {
            throw new UnstorableRecord(letter.offset(), "it cannot be read", null);
        });
        assertThat(result.sentence())
                .contains("50 still parked")
                .contains("offset 4 ")
                .doesNotContain("offset 5 ")
                .endsWith("….");
    }

    @Test
    void a_database_failure_ends_the_replay() {
        assertThatIllegalStateException()
                .isThrownBy(() -> run(2, letter -> {
                    throw new IllegalStateException("the database is down");
                }));
    }

    private static CommandResult run(int letters, DeadLetterReplay.Store storing) {
        return new DeadLetterReplay(storing, progress -> {})
                .run(reader -> IntStream.range(0, letters)
                        .forEach(offset -> reader.accept(new ConsumerRecord<>("chat_messages", 7, offset, "1", "{}"))));
    }
}
