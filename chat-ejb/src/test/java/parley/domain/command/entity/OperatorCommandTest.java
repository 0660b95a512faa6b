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
    void a_command_is_available_until_it_is_taken_and_after_its_persister_stops_reporting() {
        assertThat(isFreeAt(NOW)).isTrue();
        command.take(NOW);
        assertThat(isFreeAt(NOW.plusSeconds(299))).isFalse();
        assertThat(isFreeAt(NOW.plusSeconds(301))).isTrue();
    }

    @Test
    void a_long_command_stays_taken_while_its_persister_reports_progress() {
        command.take(NOW);
        for (int minutes = 1; minutes <= 60; minutes++)
            command.recordProgress(minutes + " of 60", NOW.plusSeconds(minutes * 60L));
        assertThat(isFreeAt(NOW.plusSeconds(3_600))).isFalse();
    }

    @Test
    void progress_after_the_end_changes_nothing() {
        command.take(NOW);
        command.end(true, "all done", NOW.plusSeconds(1));
        command.recordProgress("half way", NOW.plusSeconds(2));
        assertThat(isFreeAt(NOW.plusSeconds(10_000))).isFalse();
    }

    private boolean isFreeAt(Instant now) {
        return command.isFree(now.minus(ABANDONED));
    }
}
