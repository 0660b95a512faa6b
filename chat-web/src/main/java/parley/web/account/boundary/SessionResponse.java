package parley.web.account.boundary;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.UserResponse;

@Schema(
        name = "Session",
        description = "A sign-in and its user.",
        requiredProperties = {"user", "expiresAt"})
public record SessionResponse(
        @Schema(description = "The user who is signed in.") UserResponse user,

        @Schema(description = "True if the user is an operator; otherwise absent.", examples = "true")
        Boolean operator,

        @Schema(
                description = "The token for Authorization: Bearer; only in the response to a sign-in.",
                examples = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl")
        String token,

        @Schema(description = "When the token expires.", examples = "2026-03-08T10:15:30Z")
        Instant expiresAt) {

    /** Hides the token. */
    @Override
    public String toString() {
        return "SessionResponse[" + user + ", " + expiresAt + "]";
    }
}
