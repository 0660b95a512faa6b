package parley.web.platform.constraint;

import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a rule of the domain, which throws an {@link IllegalArgumentException} for an invalid value. */
public final class DomainRule {

    /** The form of the domain's messages. */
    private static final Pattern MESSAGE = Pattern.compile("(?s)(\\w+): (.*)");

    /** The characters that Bean Validation would interpolate. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\{}$]");

    private DomainRule() {}

    /** For a rule whose message may contain the value: the constraint has its own message. */
    static boolean accepts(Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    /** Reports the message of {@code rule} for the field that is being validated. */
    static boolean holds(Runnable rule, ConstraintValidatorContext context) {
        try {
            rule.run();
            return true;
        } catch (IllegalArgumentException invalid) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(template(parts(invalid).group(2)))
                    .addConstraintViolation();
            return false;
        }
    }

    /** Reports the message of {@code rule}, which concerns several fields, for the field that the message names. */
    public static boolean holdsForRecord(Runnable rule, ConstraintValidatorContext context) {
        try {
            rule.run();
            return true;
        } catch (IllegalArgumentException invalid) {
            var parts = parts(invalid);
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(template(parts.group(2)))
                    .addPropertyNode(parts.group(1))
                    .addConstraintViolation();
            return false;
        }
    }

    private static Matcher parts(IllegalArgumentException invalid) {
        var parts = MESSAGE.matcher(String.valueOf(invalid.getMessage()));
        if (!parts.matches()) throw new IllegalStateException("The rule's message names no field.", invalid);
        return parts;
    }

    private static String template(String message) {
        return SPECIAL.matcher(message).replaceAll("\\\\$0");
    }
}
