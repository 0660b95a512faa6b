package parley.system.input;

import java.util.List;
import parley.cluster.client.Json;

/** The required form of a refusal, and what no answer may reveal. */
final class Refusals {

    private static final List<String> INTERNALS =
            List.of("Exception", "java.", "jakarta.", "parley.web", "com.ibm", "SRVE", "at org.");

    private Refusals() {}

    /** @return why it is not a valid RFC 9457 client error; empty if it is one */
    static String fault(int status, String contentType, String body) {
        if (status < 400 || status > 499) return "status " + status;
        if (!contentType.startsWith("application/problem+json")) return status + " with Content-Type " + contentType;
        var json = Json.parse(body);
        if (json.path("code").asText().isEmpty() || json.path("type").asText().isEmpty())
            return status + " without code or type";
        if (json.path("status").asInt() != status) return status + " whose body says " + json.path("status");
        return leak(body);
    }

    static String leak(String body) {
        return INTERNALS.stream()
                .filter(body::contains)
                .findFirst()
                .map(word -> "the answer names " + word + ": " + body)
                .orElse("");
    }
}
