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

/** Why a message is reported. */
@Constraint(validatedBy = ValidReason.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValidReason {

    String message() default "is invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ValidReason, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || DomainRule.holds(() -> TextRules.reason(value), context);
        }
    }
}
