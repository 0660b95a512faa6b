package parley.web.platform.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import parley.domain.text.TextRules;

/** The text of a message. */
@Constraint(validatedBy = ValidBody.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValidBody {

    String message() default "is invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ValidBody, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || DomainRule.holds(() -> TextRules.body(value), context);
        }
    }
}
