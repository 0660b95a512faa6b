package parley.web.platform.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import parley.domain.identity.UserId;

/** A user id, also as an element of a list. */
@Constraint(validatedBy = ValidUserId.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface ValidUserId {

    String message() default "user ids are required, integers from 1 to 2^53 - 1";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ValidUserId, Long> {

        @Override
        public boolean isValid(Long value, ConstraintValidatorContext context) {
            return value == null || DomainRule.accepts(() -> new UserId(value));
        }
    }
}
