package parley.web.platform.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import parley.domain.identity.Position;

/** A position in a conversation. */
@Constraint(validatedBy = ValidPosition.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValidPosition {

    String message() default "a position is required, an integer from 0 to 2^53 - 1";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ValidPosition, Long> {

        @Override
        public boolean isValid(Long value, ConstraintValidatorContext context) {
            return value == null || DomainRule.accepts(() -> new Position(value));
        }
    }
}
