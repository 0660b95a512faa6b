package parley.web.ops.boundary;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import parley.domain.command.entity.Command;
import parley.web.platform.constraint.DomainRule;

/** The kind exists and has the fields that it requires. */
@Constraint(validatedBy = ValidCommand.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ValidCommand {

    String message() default "is invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ValidCommand, CommandRequest> {

        @Override
        public boolean isValid(CommandRequest given, ConstraintValidatorContext context) {
            return given.kind() == null
                    || DomainRule.holdsForRecord(() -> Command.of(given.kind(), given.partition()), context);
        }
    }
}
