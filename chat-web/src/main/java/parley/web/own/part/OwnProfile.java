package parley.web.own.part;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.account.entity.UserProfile;

@Schema(
        description = "The caller's profile.",
        requiredProperties = {"id", "username", "displayName"})
public record OwnProfile(
        @Schema(description = "The user's id.", examples = "7")
        long id,

        @Schema(description = "The unique name for signing in, in lower case.", examples = "ada")
        String username,

        @Schema(description = "The name that other users see.", examples = "Ada Lovelace")
        String displayName,

        @Schema(description = "True if the user is an operator; otherwise absent.", examples = "true")
        Boolean operator) {

    public static OwnProfile of(UserProfile user, boolean operator) {
        return new OwnProfile(user.id().value(), user.username(), user.displayName(), operator ? Boolean.TRUE : null);
    }
}
