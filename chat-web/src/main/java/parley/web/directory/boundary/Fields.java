package parley.web.directory.boundary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Turns what a caller gave into values, and gathers every field at fault before it refuses. */
final class Fields {

    private final Map<String, String> faults = new LinkedHashMap<>();

    /** @return null where {@code given} is at fault, which {@link #require} then tells */
    <G, V> V take(String field, G given, Function<G, V> toValue) {
        try {
            return toValue.apply(given);
        } catch (IllegalArgumentException wrong) {
            faults.put(field, wrong.getMessage());
            return null;
        }
    }

    /** @throws Refused {@code bad_request} with the fields at fault */
    void require() {
        if (!faults.isEmpty()) throw Refused.invalid(faults);
    }

    static int limit(Integer given, int standard) {
        if (given == null) return standard;
        if (given < 1 || given > 200) throw Refused.invalid(Map.of("limit", "limit: 1 to 200"));
        return given;
    }

    static <T> T body(T given) {
        if (given == null) throw new Refused(Refusal.BAD_REQUEST, "The call needs a JSON body.");
        return given;
    }
}
