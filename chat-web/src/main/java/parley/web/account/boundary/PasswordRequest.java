package parley.web.account.boundary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A change of the caller's password.")
public record PasswordRequest(
        @Schema(description = "The password until now.", format = "password", examples = "correct horse battery staple")
        @NotNull(message = "is required")
        String current,

        @Schema(
                description = "8 to 128 characters, not easy to guess.",
                format = "password",
                examples = "three purple elephants sing")
        @NotNull(message = "is required")
        String password,

        @Schema(description = "Whether to sign the caller out everywhere else; false if absent.", examples = "true")
        Boolean endOtherSessions) {

    /** Hides the passwords. */
    @Override
    public String toString() {
        return "PasswordRequest[]";
    }
}
