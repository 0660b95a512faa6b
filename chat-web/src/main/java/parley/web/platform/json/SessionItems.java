package parley.web.platform.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.account.entity.BegunSession;

@Schema(
        description = "The live sessions of a user.",
        requiredProperties = {"items"})
public record SessionItems(
        @Schema(description = "At most 100 sessions, newest first.")
        List<SessionItem> items) {

    /** @param current the session of the call */
    public static SessionItems of(List<BegunSession> sessions, String current) {
        return new SessionItems(sessions.stream()
                .map(session -> SessionItem.of(session, current))
                .toList());
    }
}
