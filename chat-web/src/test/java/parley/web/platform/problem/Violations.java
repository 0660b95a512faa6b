package parley.web.platform.problem;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validates request records as the server does. */
public final class Violations {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Violations() {}

    /** The message of each invalid field. */
    public static Map<String, String> of(Record request) {
        return InvalidFields.refused(VALIDATOR.validate(request)).fields();
    }
}
