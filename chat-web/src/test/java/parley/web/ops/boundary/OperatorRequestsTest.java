package parley.web.ops.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.account.entity.Username;
import parley.domain.command.entity.Command;
import parley.domain.command.entity.CommandStatus;
import parley.web.platform.json.RecordJson;
import parley.web.platform.problem.Violations;

class OperatorRequestsTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");

    @Test
    void commands_have_the_fields_of_their_kind() {
        assertThat(Violations.of(new CommandRequest("replay", null))).isEmpty();
        assertThat(Violations.of(new CommandRequest("repair", 0))).isEmpty();
        assertThat(Violations.of(new CommandRequest(null, null))).containsOnlyKeys("kind");
        assertThat(Violations.of(new CommandRequest("destroy", 1))).isEqualTo(Map.of("kind", "kind: replay or repair"));
        assertThat(Violations.of(new CommandRequest("repair", null))).containsOnlyKeys("partition");
        assertThat(Violations.of(new CommandRequest("repair", -1))).containsOnlyKeys("partition");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 721, Integer.MAX_VALUE})
    void an_invitation_is_valid_for_1_to_720_hours(int hours) {
        assertThat(Violations.of(new InvitationRequest(hours, null)))
                .isEqualTo(Map.of("expiresInHours", "expiresInHours: 1 to 720"));
    }

    @Test
    void an_invitation_has_defaults() {
        var request = new InvitationRequest(null, null);
        assertThat(Violations.of(request)).isEmpty();
        assertThat(request.validity()).isEqualTo(Duration.ofHours(72));
        assertThat(request.onlyFor()).isNull();
    }

    @Test
    void an_invitation_can_be_for_one_username() {
        assertThat(new InvitationRequest(1, "Ada").onlyFor()).isEqualTo(new Username("ada"));
        assertThat(Violations.of(new InvitationRequest(1, "a"))).isEqualTo(Map.of("username", Username.RULE));
    }

    @Test
    void a_command_shows_its_progress_and_then_its_result() {
        var repair = new Command.Repair(3);
        var asked = new CommandStatus(12, repair, "root", AT, "asked", null, null, null);
        assertThat(RecordJson.text(CommandResponse.of(asked))).isEqualTo("""
                {"id":12,"kind":"repair","partition":3,"by":"root","at":"2026-03-01T10:15:30Z","state":"asked"}""");
        var running = new CommandStatus(12, repair, "root", AT, "running", AT, null, "half");
        assertThat(RecordJson.text(CommandResponse.of(running)))
                .endsWith("\"state\":\"running\",\"takenAt\":\"2026-03-01T10:15:30Z\",\"progress\":\"half\"}");
        var done = new CommandStatus(12, new Command.Replay(), "root", AT, "done", AT, AT, "all");
        assertThat(RecordJson.text(CommandResponse.of(done))).isEqualTo("""
                {"id":12,"kind":"replay","by":"root","at":"2026-03-01T10:15:30Z","state":"done",\
                "takenAt":"2026-03-01T10:15:30Z","endedAt":"2026-03-01T10:15:30Z","result":"all"}""");
    }

    @Test
    void a_response_does_not_print_its_token() {
        assertThat(new InvitationResponse("secret", AT).toString()).doesNotContain("secret");
    }
}
