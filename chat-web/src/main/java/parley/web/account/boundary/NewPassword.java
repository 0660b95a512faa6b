package parley.web.account.boundary;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import parley.domain.account.entity.Password;
import parley.web.platform.constraint.DomainRule;

/** The password of a new account is well-formed and hard to guess, also for someone who knows the names. */
@Constraint(validatedBy = NewPassword.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface NewPassword {

    String message() default "is invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<NewPassword, RegistrationRequest> {

        @Override
        public boolean isValid(RegistrationRequest given, ConstraintValidatorContext context) {
            return given.password() == null
                    || DomainRule.holdsForRecord(
                            () -> Password.chosen(given.password(), given.username(), given.displayName()), context);
        }
    }
}
