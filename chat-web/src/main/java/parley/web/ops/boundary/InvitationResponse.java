package parley.web.ops.boundary;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Invitation",
        description = "An invitation, which registers one account.",
        requiredProperties = {"token", "expiresAt"})
public record InvitationResponse(
        @Schema(
                description = "The invitation for POST /api/users.",
                examples = "eyJhbGciOiJFUzI1NiJ9.eyJqdGkiOiI3In0.c2lnbmF0dXJl")
        String token,

        @Schema(description = "When the invitation expires.", examples = "2026-03-04T10:15:30Z")
        Instant expiresAt) {

    /** Hides the token. */
    @Override
    public String toString() {
        return "InvitationResponse[" + expiresAt + "]";
    }
}
