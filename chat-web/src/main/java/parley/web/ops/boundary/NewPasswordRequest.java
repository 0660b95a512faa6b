package parley.web.ops.boundary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The new password of a user.")
public record NewPasswordRequest(
        @Schema(
                description = "8 to 128 characters, not easy to guess.",
                format = "password",
                examples = "three purple elephants sing")
        @NotNull(message = "is required")
        String password) {

    /** Hides the password. */
    @Override
    public String toString() {
        return "NewPasswordRequest[]";
    }
}
