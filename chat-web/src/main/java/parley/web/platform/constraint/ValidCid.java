package parley.web.platform.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import parley.domain.identity.Cid;

/** The cid of a message. */
@Constraint(validatedBy = ValidCid.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValidCid {

    String message() default "a UUID of version 7 is required";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ValidCid, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || DomainRule.accepts(() -> Cid.parse(value));
        }
    }
}
