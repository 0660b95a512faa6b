package parley.system.input;

import java.util.List;
import parley.cluster.client.Json;

/** What a refusal has to look like, and what no answer may give away. */
final class Refusals {

    private static final List<String> INTERNALS =
            List.of("Exception", "java.", "jakarta.", "parley.web", "com.ibm", "SRVE", "at org.");

    private Refusals() {}

    /** @return what is wrong with it as an RFC 9457 refusal of the caller's doing; empty where nothing is */
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
