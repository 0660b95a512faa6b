package parley.web.message.boundary;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.Role;
import parley.web.platform.request.OptionalBody;

@Schema(description = "A member's role.")
@OptionalBody
public record RoleRequest(
        @Schema(
                description = "If absent, a new user becomes a member, and a member keeps the role.",
                enumeration = {"owner", "moderator", "member"},
                examples = "owner")
        @Pattern(regexp = "owner|moderator|member", message = "owner, moderator or member")
        String role) {

    /** Null if the request has no role. */
    Role wanted() {
        return Role.of(role);
    }
}
