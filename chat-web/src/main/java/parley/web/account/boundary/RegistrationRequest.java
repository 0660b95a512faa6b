package parley.web.account.boundary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.constraint.ValidDisplayName;
import parley.web.platform.constraint.ValidUsername;

@Schema(description = "A new account.")
@NewPassword
public record RegistrationRequest(
        @Schema(description = "3 to 32 of a-z 0-9 . _ -; stored in lower case.", examples = "ada")
        @NotNull(message = "is required")
        @ValidUsername
        String username,

        @Schema(
                description = "8 to 128 characters, not easy to guess.",
                format = "password",
                examples = "correct horse battery staple")
        @NotNull(message = "is required")
        String password,

        @Schema(description = "1 to 100 characters; the username if absent.", examples = "Ada Lovelace")
        @ValidDisplayName
        String displayName,

        @Schema(
                description = "The token of an invitation, if registration or the username requires one.",
                examples = "eyJhbGciOiJFUzI1NiJ9.eyJqdGkiOiI3In0.c2lnbmF0dXJl")
        String invitation) {

    /** Hides the password. */
    @Override
    public String toString() {
        return "RegistrationRequest[" + username + "]";
    }
}
