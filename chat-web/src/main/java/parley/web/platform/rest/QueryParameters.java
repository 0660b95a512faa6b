package parley.web.platform.rest;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import parley.domain.refusal.Refused;

/** Converts query parameters, which arrive as text because JAX-RS would answer 404 to a malformed number. */
public final class QueryParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** What fits in a long: ASCII digits without a sign. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private QueryParameters() {}

    /**
     * @param given the text of the parameter, or null
     * @return null if {@code given} is null
     * @throws Refused {@code bad_request} if {@code convert} throws {@link IllegalArgumentException}
     */
    public static <G, V> V value(String parameter, G given, Function<G, V> convert) {
        try {
            return given == null ? null : convert.apply(given);
        } catch (IllegalArgumentException invalid) {
            var prefix = parameter + ": ";
            var message = invalid.getMessage();
            throw Refused.invalid(Map.of(parameter, message.startsWith(prefix) ? message : prefix + message));
        }
    }

    /** The size of a page: 50 by default, at most 200. */
    public static int limit(String given) {
        var limit = number("limit", given);
        if (limit == null) return DEFAULT_LIMIT;
        if (limit < 1 || limit > MAX_LIMIT) throw Refused.invalid(Map.of("limit", "limit: 1 to " + MAX_LIMIT));
        return limit.intValue();
    }

    /** @return null if {@code given} is null */
    public static Long number(String parameter, String given) {
        if (given == null) return null;
        if (!NUMBER.matcher(given).matches())
            throw Refused.invalid(Map.of(parameter, parameter + ": a number is required"));
        return Long.valueOf(given);
    }
}
