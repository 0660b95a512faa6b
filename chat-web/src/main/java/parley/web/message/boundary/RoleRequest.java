package parley.web.message.boundary;

import jakarta.validation.constraints.Pattern;
import parley.domain.identity.Role;
import parley.web.platform.request.OptionalBody;

/** The body of adding a member: {@code {"role": "owner"}}. Without a role, an existing member keeps theirs. */
@OptionalBody
public record RoleRequest(
        @Pattern(regexp = "owner|member", message = "owner or member")
        String role) {

    /** Null if none is given. */
    Role wanted() {
        return Role.of(role);
    }
}
