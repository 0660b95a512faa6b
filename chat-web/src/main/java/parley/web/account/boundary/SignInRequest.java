package parley.web.account.boundary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Credentials are compared, not validated: older accounts may predate a rule. */
@Schema(description = "The credentials of a user.")
public record SignInRequest(
        @Schema(description = "The username.", examples = "ada") @NotNull(message = "is required")
        String username,

        @Schema(description = "The password.", format = "password", examples = "correct horse battery staple")
        @NotNull(message = "is required")
        String password) {

    /** Hides the password. */
    @Override
    public String toString() {
        return "SignInRequest[" + username + "]";
    }
}
