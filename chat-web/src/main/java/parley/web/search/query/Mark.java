package parley.web.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A property of a message that {@code has:} or {@code is:} asks for. */
public enum Mark {
    LINK("has"),
    FILE("has"),
    REACTION("has"),
    PIN("has"),
    THREAD("is"),
    SAVED("is");

    private final String operator;
    private final String code = name().toLowerCase(Locale.ROOT);

    Mark(String operator) {
        this.operator = operator;
    }

    /** The form used in queries and in the index. */
    public String code() {
        return code;
    }

    static Optional<Mark> of(String operator, String value) {
        return Arrays.stream(values())
                .filter(mark -> mark.operator.equals(operator) && mark.code.equals(value))
                .findFirst();
    }
}
