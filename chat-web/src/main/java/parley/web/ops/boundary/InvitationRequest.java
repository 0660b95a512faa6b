package parley.web.ops.boundary;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.account.entity.Username;
import parley.web.platform.constraint.ValidUsername;

@Schema(description = "An invitation to register one account.")
public record InvitationRequest(
        @Schema(description = "How long the invitation is valid.", defaultValue = "72", examples = "72")
        @Min(value = 1, message = RANGE)
        @Max(value = 720, message = RANGE)
        Integer expiresInHours,

        @Schema(
                description = "The only username that the invitation is valid for; required for a reserved one.",
                examples = "ada")
        @ValidUsername
        String username) {

    private static final String RANGE = "1 to 720";
    private static final int DEFAULT_HOURS = 72;

    Duration validity() {
        return Duration.ofHours(expiresInHours == null ? DEFAULT_HOURS : expiresInHours);
    }

    /** Null if the invitation is valid for every username that is not reserved. */
    Username onlyFor() {
        return username == null ? null : new Username(username);
    }
}
