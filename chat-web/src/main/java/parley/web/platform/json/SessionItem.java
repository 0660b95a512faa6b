package parley.web.platform.json;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.account.entity.BegunSession;
import parley.domain.account.entity.UserAgent;

@Schema(
        description = "A live session.",
        requiredProperties = {"id", "begunAt", "expiresAt", "address"})
public record SessionItem(
        @Schema(
                description = "The session's id. It is no credential.",
                examples = "0e3fa7c2-9a0b-4a52-8f0e-6c5b1f7d2a11")
        String id,

        @Schema(description = "When the user signed in.", examples = "2026-03-01T10:15:30Z")
        Instant begunAt,

        @Schema(description = "When the session ends by itself.", examples = "2026-03-01T22:15:30Z")
        Instant expiresAt,

        @Schema(description = "The network address at sign-in; of IPv6, the /64 network.", examples = "192.0.2.17")
        String address,

        @Schema(
                description = "What the client said about itself at sign-in, shortened; absent if it said nothing.",
                examples = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0")
        String userAgent,

        @Schema(description = "True for the session of this call; otherwise absent.", examples = "true")
        Boolean current) {

    /** @param current the id of the session of this call */
    public static SessionItem of(BegunSession session, String current) {
        return new SessionItem(
                session.id(),
                session.begunAt(),
                session.expiresAt(),
                session.address(),
                session.userAgent().map(UserAgent::text).orElse(null),
                session.id().equals(current) ? Boolean.TRUE : null);
    }
}
