package parley.web.platform.request;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.regex.Pattern;
import parley.domain.refusal.Refused;

/**
 * What a client calls itself in its {@code hello} and in the header of its calls, so that it is not notified of its own
 * changes: a random text that it makes when it starts.
 */
public final class ClientName {

    public static final String HEADER = "Parley-Client";
    public static final String RULE = "1 to 64 letters, digits, hyphens or underscores";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private ClientName() {}

    /** @throws IllegalArgumentException whose message begins with the field's name */
    public static String checked(String field, String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException(field + ": " + RULE);
        return name;
    }

    /** @return empty if the call has no such header */
    public static String of(HttpHeaders headers) {
        var given = headers.getHeaderString(HEADER);
        if (given == null) return "";
        try {
            return checked(HEADER, given);
        } catch (IllegalArgumentException wrong) {
            throw Refused.invalid(Map.of(HEADER, wrong.getMessage()));
        }
    }
}
