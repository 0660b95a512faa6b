package parley.web.platform.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.account.entity.UserProfile;

@Schema(
        name = "User",
        description = "A user's public profile.",
        requiredProperties = {"id", "username", "displayName"})
public record UserResponse(
        @Schema(description = "The user's id.", examples = "7")
        long id,

        @Schema(description = "The unique name for signing in, in lower case.", examples = "ada")
        String username,

        @Schema(description = "The name that other users see.", examples = "Ada Lovelace")
        String displayName) {

    public static UserResponse of(UserProfile user) {
        return new UserResponse(user.id().value(), user.username(), user.displayName());
    }
}
