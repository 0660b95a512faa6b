package parley.web.platform.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "An invalid field or parameter.",
        requiredProperties = {"field", "message"})
public record FieldProblem(
        @Schema(description = "The name of the field or parameter.", examples = "username")
        String field,

        @Schema(
                description = "What is wrong, in English; begins with the name of the field.",
                examples = "username: 3 to 32 letters (a to z), digits, dots, underscores or hyphens")
        String message) {}
