package parley.web.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import parley.domain.refusal.Refused;

/** Turns the violations of a request record into the refusal that names its fields, one message per field. */
public final class InvalidFields {

    private InvalidFields() {}

    public static Refused refused(Set<? extends ConstraintViolation<?>> violations) {
        var messages = new TreeMap<String, String>();
        for (var violation : violations) {
            var field = field(violation.getPropertyPath());
            messages.merge(field, message(field, violation), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        return Refused.invalid(messages);
    }

    /** An element of a list is reported as the list. */
    private static String field(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.CONTAINER_ELEMENT && node.getName() != null)
                .map(Path.Node::getName)
                .collect(Collectors.joining("."));
    }

    private static String message(String field, ConstraintViolation<?> violation) {
        return field + ": " + violation.getMessage();
    }
}
