package parley.web.message.boundary;

import jakarta.validation.constraints.Pattern;
import parley.domain.identity.Role;
import parley.web.platform.request.OptionalBody;

/** The body of adding a member: {@code {"role": "owner"}}. Without a role a member stays what they are. */
@OptionalBody
public record RoleRequest(
        @Pattern(regexp = "owner|member", message = "owner or member")
        String role) {

    /** Null where none is given. */
    Role wanted() {
        return Role.of(role);
    }
}
