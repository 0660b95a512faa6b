package parley.web.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.json.RecordJson;

class ProblemTest {

    @Test
    void a_refusal_has_its_code_status_and_detail() {
        assertThat(RecordJson.text(Problem.of(new Refused(Refusal.FORBIDDEN, "Only for owners."))))
                .isEqualTo("""
                {"type":"urn:parley:problem:forbidden","title":"Forbidden","status":403,"code":"forbidden",\
                "detail":"Only for owners."}""");
    }

    @Test
    void invalid_fields_are_listed_by_name() {
        var refused = Refused.invalid(Map.of("title", "title: is required", "members", "members: too many"));
        assertThat(RecordJson.text(Problem.of(refused)))
                .startsWith("{\"type\":\"urn:parley:problem:bad_request\",\"title\":\"Bad Request\",\"status\":400,")
                .endsWith("""
                        "fields":[{"field":"members","message":"members: too many"},\
                        {"field":"title","message":"title: is required"}]}""");
    }

    @Test
    void a_clock_error_has_the_time_of_the_server() {
        var now = Instant.parse("2026-03-01T10:15:30Z");
        assertThat(RecordJson.text(Problem.of(Refused.clock(now))))
                .contains("\"code\":\"clock\"")
                .endsWith(",\"serverTime\":\"2026-03-01T10:15:30Z\"}");
    }

    @Test
    void a_status_without_a_name_has_its_code_as_the_title() {
        assertThat(Problem.of(599, "error", "Something.").title()).isEqualTo("error");
    }
}
