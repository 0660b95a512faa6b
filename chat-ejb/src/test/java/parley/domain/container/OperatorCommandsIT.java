package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.command.boundary.OperatorCommandQueue;
import parley.domain.command.entity.Command;
import parley.domain.command.entity.CommandStatus;
import parley.domain.schema.SchemaMigration;

@ExtendWith(ArquillianExtension.class)
class OperatorCommandsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:15:00Z");

    @Inject
    SchemaMigration schema;

    @Inject
    OperatorCommandQueue commands;

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void no_pending_commands() {
        schema.migrate();
        for (var open = commands.take(NOW); open.isPresent(); open = commands.take(NOW)) {
            commands.end(open.get().id(), false, "not of this test", NOW);
        }
    }

    @Test
    void the_oldest_command_is_taken_first_and_only_once() {
        var replay = commands.ask(new Command.Replay(), "root", NOW);
        var repair = commands.ask(new Command.Repair(7), "root", NOW);
        assertThat(commands.take(NOW)).map(CommandStatus::id).contains(replay);
        assertThat(commands.take(NOW)).map(CommandStatus::command).contains(new Command.Repair(7));
        assertThat(commands.take(NOW)).isEmpty();
        commands.end(replay, true, "done", NOW);
        commands.end(repair, false, "x".repeat(2_000), NOW);
        assertThat(commands.latest(2)).extracting(CommandStatus::id).containsExactly(repair, replay);
        assertThat(commands.latest(2)).extracting(CommandStatus::state).containsExactly("failed", "done");
        assertThat(commands.latest(1).getFirst().result()).hasSize(1_000);
    }

    @Test
    void an_abandoned_command_is_taken_again_after_a_timeout() {
        var replay = commands.ask(new Command.Replay(), "root", NOW);
        commands.take(NOW);
        assertThat(commands.take(NOW.plus(Duration.ofMinutes(4)))).isEmpty();
        assertThat(commands.take(NOW.plus(Duration.ofMinutes(6))))
                .map(CommandStatus::id)
                .contains(replay);
        commands.end(replay, true, "done", NOW);
    }
}
