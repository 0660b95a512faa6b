package parley.web.platform.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import parley.domain.refusal.Refused;

/** Converts the fields of a request into values, and reports all invalid fields at once. */
public final class RequestFields {

    /** What fits a long, in digits of ASCII and without a sign. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Map<String, String> faults = new LinkedHashMap<>();

    /** @return null where {@code given} is at fault, which {@link #require} then tells */
    public <G, V> V take(String field, G given, Function<G, V> toValue) {
        try {
            return toValue.apply(given);
        } catch (IllegalArgumentException wrong) {
            faults.put(field, wrong.getMessage());
            return null;
        }
    }

    /** @throws Refused {@code bad_request} with the fields at fault */
    public void require() {
        if (!faults.isEmpty()) throw Refused.invalid(faults);
    }

    public static int limit(String given, int standard) {
        var limit = number("limit", given);
        if (limit == null) return standard;
        if (limit < 1 || limit > 200) throw Refused.invalid(Map.of("limit", "limit: 1 to 200"));
        return limit.intValue();
    }

    /** A parameter of the query, or null where it is not given; JAX-RS itself would answer 404 to what is no number. */
    public static Long number(String parameter, String given) {
        if (given == null) return null;
        if (!NUMBER.matcher(given).matches())
            throw Refused.invalid(Map.of(parameter, parameter + ": a number is needed"));
        return Long.valueOf(given);
    }
}
