package parley.web.platform.problem;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.refusal.Refused;

@Schema(
        description = "Why a call failed, as application/problem+json (RFC 9457).",
        requiredProperties = {"type", "title", "status", "code", "detail"})
public record Problem(
        @Schema(description = "The code as a URI; stable.", examples = "urn:parley:problem:bad_request")
        String type,

        @Schema(description = "The reason phrase of the status.", examples = "Bad Request")
        String title,

        @Schema(description = "The HTTP status.", examples = "400")
        int status,

        @Schema(description = "The reason as a stable code.", examples = "bad_request")
        String code,

        @Schema(description = "The reason in English, for people.", examples = "title: is needed")
        String detail,

        @Schema(description = "The invalid fields; absent if the problem concerns none.")
        List<FieldProblem> fields,

        @Schema(description = "The server's time; only with the code clock.", examples = "2026-03-01T10:15:30.123Z")
        Instant serverTime) {

    static Problem of(int status, String code, String detail) {
        return new Problem("urn:parley:problem:" + code, title(status, code), status, code, detail, null, null);
    }

    static Problem of(Refused refused) {
        int status = refused.why().status();
        var code = refused.why().code();
        return new Problem(
                "urn:parley:problem:" + code,
                title(status, code),
                status,
                code,
                refused.getMessage(),
                refused.fields().isEmpty() ? null : fields(refused.fields()),
                refused.serverTime());
    }

    private static String title(int status, String code) {
        if (status == ProblemResponses.MISDIRECTED_REQUEST)
            return "Misdirected Request"; // Jakarta REST does not know it
        var known = Response.Status.fromStatusCode(status);
        return known == null ? code : known.getReasonPhrase();
    }

    private static List<FieldProblem> fields(Map<String, String> messages) {
        return messages.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> new FieldProblem(field.getKey(), field.getValue()))
                .toList();
    }
}
