package parley.web.own.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.own.entity.OwnPart;
import parley.web.own.part.DoNotDisturb;
import parley.web.own.part.NotificationSettings;
import parley.web.own.part.OwnSetting;
import parley.web.own.part.Preferences;
import parley.web.own.part.Sidebar;
import parley.web.own.part.Status;
import parley.web.own.part.WorkingHours;
import parley.web.own.sync.OwnStateChanges;
import parley.web.platform.request.ClientName;
import parley.web.platform.rest.RequestIds;

/** Each call replaces one part. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Own state")
@APIResponse(responseCode = "400", ref = "BadRequest")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "408", ref = "RequestTimeout")
@APIResponse(responseCode = "413", ref = "TooLarge")
@APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class OwnSettingsResource {

    @Inject
    OwnStateChanges changes;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @PUT
    @Path("settings")
    @Operation(
            summary = "Set what alerts the caller",
            description =
                    "Replaces the settings; an absent field has its default. Conversations can have settings of their own.")
    @APIResponseSchema(value = OwnVersion.class, responseDescription = "The change is stored.")
    public OwnVersion settings(NotificationSettings given) {
        return put(OwnPart.SETTINGS, given);
    }

    @PUT
    @Path("status")
    @Operation(
            summary = "Set the caller's status",
            description =
                    "Others see it, also while the caller is offline. Without text and emoji, the status is removed.")
    @APIResponseSchema(value = OwnVersion.class, responseDescription = "The change is stored.")
    public OwnVersion status(Status given) {
        return put(OwnPart.STATUS, given);
    }

    @PUT
    @Path("dnd")
    @Operation(
            summary = "Set the caller's do-not-disturb",
            description = "Others see it while the caller is online. Without until, it ends at once.")
    @APIResponseSchema(value = OwnVersion.class, responseDescription = "The change is stored.")
    public OwnVersion dnd(DoNotDisturb given) {
        return put(OwnPart.DND, given);
    }

    @PUT
    @Path("hours")
    @Operation(
            summary = "Set the caller's working hours",
            description = "Only the caller sees them. Without fields, the caller has none.")
    @APIResponseSchema(value = OwnVersion.class, responseDescription = "The change is stored.")
    public OwnVersion hours(WorkingHours given) {
        return put(OwnPart.HOURS, given);
    }

    @PUT
    @Path("sidebar")
    @Operation(
            summary = "Set the caller's favourites and folders",
            description =
                    "Replaces all of them. Conversations that the caller is no member of are kept, and clients skip them.")
    @APIResponseSchema(value = OwnVersion.class, responseDescription = "The change is stored.")
    public OwnVersion sidebar(Sidebar given) {
        return put(OwnPart.SIDEBAR, given);
    }

    @PUT
    @Path("preferences")
    @Operation(
            summary = "Set how the client looks and behaves",
            description = "Replaces all preferences; an absent field has its default.")
    @APIResponseSchema(value = OwnVersion.class, responseDescription = "The change is stored.")
    public OwnVersion preferences(Preferences given) {
        return put(OwnPart.PREFERENCES, given);
    }

    private OwnVersion put(OwnPart part, OwnSetting given) {
        return new OwnVersion(changes.put(RequestIds.id(security), part, given, ClientName.of(headers)));
    }
}
