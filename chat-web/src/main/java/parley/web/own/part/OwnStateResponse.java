package parley.web.own.part;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.UserResponse;

@Schema(
        name = "OwnState",
        description = "Everything that only the caller sees.",
        requiredProperties = {"version", "profile"})
public record OwnStateResponse(
        @Schema(description = "No part is older than this version.", examples = "12")
        long version,

        @Schema(
                description =
                        "False if the database is down: this is what the node knew last, without the parts that it"
                                + " does not know. Otherwise absent.",
                examples = "false")
        Boolean fresh,

        @Schema(description = "The caller's profile.") OwnProfile profile,

        @Schema(description = "The drafts, the newest first.")
        List<DraftResponse> drafts,

        @Schema(description = "What alerts the caller.") NotificationSettings settings,

        @Schema(description = "The conversations with alerts of their own.")
        List<ConversationAlertsResponse> conversations,

        @Schema(description = "Favourites and folders.") Sidebar sidebar,

        @Schema(description = "The status; absent if there is none.")
        Status status,

        @Schema(description = "The time during which nothing alerts the caller; absent if there is none.")
        DoNotDisturb dnd,

        @Schema(description = "The working hours; absent if there are none.")
        WorkingHours hours,

        @Schema(description = "How the client looks and behaves.")
        Preferences preferences,

        @Schema(description = "The users whom the caller has blocked.")
        List<UserResponse> blocks) {

    /** The same, as what a node knew last. */
    public OwnStateResponse lastKnown(Status currentStatus, DoNotDisturb currentDnd) {
        return new OwnStateResponse(
                version,
                false,
                profile,
                drafts,
                settings,
                conversations,
                sidebar,
                currentStatus,
                currentDnd,
                hours,
                preferences,
                blocks);
    }

    /** Hides the parts. */
    @Override
    public String toString() {
        return "OwnStateResponse[" + version + "]";
    }
}
