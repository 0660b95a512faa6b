package parley.web.account.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.UserResponse;

@Schema(
        description = "The users whom the caller has blocked.",
        requiredProperties = {"items"})
public record BlockedUsers(
        @Schema(description = "At most 1,000 users.") List<UserResponse> items) {}
