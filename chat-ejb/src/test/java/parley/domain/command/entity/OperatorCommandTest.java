package parley.domain.command.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperatorCommandTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    private final OperatorCommand command = new OperatorCommand(new Command.Replay(), "operator", NOW);

    @Test
    void a_command_is_free_before_it_is_taken_and_when_its_persister_says_nothing_for_long() {
        assertThat(isFreeAt(NOW)).isTrue();
        command.take(NOW);
        assertThat(isFreeAt(NOW.plusSeconds(299))).isFalse();
        assertThat(isFreeAt(NOW.plusSeconds(301))).isTrue();
    }

    @Test
    void one_that_takes_an_hour_is_nobody_else_s_while_its_persister_tells_how_far_it_is() {
        command.take(NOW);
        for (int minutes = 1; minutes <= 60; minutes++)
            command.recordProgress(minutes + " of 60", NOW.plusSeconds(minutes * 60L));
        assertThat(isFreeAt(NOW.plusSeconds(3_600))).isFalse();
    }

    @Test
    void what_is_said_after_the_end_changes_nothing() {
        command.take(NOW);
        command.end(true, "all done", NOW.plusSeconds(1));
        command.recordProgress("half way", NOW.plusSeconds(2));
        assertThat(isFreeAt(NOW.plusSeconds(10_000))).isFalse();
    }

    private boolean isFreeAt(Instant now) {
        return command.isFree(now.minus(ABANDONED));
    }
}
