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

/** The topic of a group; empty for none. */
@Constraint(validatedBy = ValidTopic.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValidTopic {

    String message() default "is invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<ValidTopic, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || DomainRule.holds(() -> TextRules.topic(value), context);
        }
    }
}
