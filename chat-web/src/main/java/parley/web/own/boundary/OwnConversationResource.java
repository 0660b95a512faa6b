package parley.web.own.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.own.entity.AlertLevel;
import parley.web.membership.NodeMemberships;
import parley.web.own.sync.OwnStateChanges;
import parley.web.platform.clock.LogClock;
import parley.web.platform.request.ClientName;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

@Path("me/conversations/{id}/settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Own state")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class OwnConversationResource {

    @Inject
    OwnStateChanges changes;

    @Inject
    NodeMemberships members;

    @Inject
    LogClock clock;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @PUT
    @Operation(
            summary = "Set how a conversation alerts the caller",
            description = "For members only. Replaces the settings; without fields, the caller's defaults apply.")
    @APIResponseSchema(value = OwnVersion.class, responseDescription = "The settings are stored.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public OwnVersion set(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            ConversationAlertsRequest given) {
        var me = RequestIds.id(security);
        var conversation = RequestIds.conversation(id);
        members.require(conversation, me);
        var muted = QueryParameters.value("mutedUntil", clock.instant(), given::mute);
        var alerts = changes.alert(me, conversation, AlertLevel.of(given.level()), muted, ClientName.of(headers));
        return new OwnVersion(alerts.version());
    }
}
