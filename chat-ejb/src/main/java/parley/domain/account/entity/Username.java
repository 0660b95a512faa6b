package parley.domain.account.entity;

import java.util.Locale;
import java.util.regex.Pattern;

/** 3 to 32 of a-z 0-9 . _ -; upper case is converted to lower case. */
public record Username(String value) {

    public static final String RULE = "username: 3 to 32 letters (a to z), digits, dots, underscores or hyphens";
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{3,32}");

    public Username {
        if (value == null) throw new IllegalArgumentException(RULE);
        // Checked before the conversion, which would turn the Kelvin sign into a k.
        if (!ALLOWED.matcher(value).matches()) throw new IllegalArgumentException(RULE);
        value = value.toLowerCase(Locale.ROOT);
    }
}
