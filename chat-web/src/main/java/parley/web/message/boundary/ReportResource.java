package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.group.GroupAction;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.report.boundary.Reports;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.rest.RequestIds;

@Path("conversations/{id}/messages/{pos}/report")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Reports")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class ReportResource {

    @Inject
    DatabaseGateway database;

    @Inject
    Reports reports;

    @Inject
    ParticipantLookup participants;

    @Inject
    LogClock clock;

    @Context
    SecurityContext security;

    @POST
    @Operation(
            summary = "Report a message to the moderators of the group",
            description =
                    "For members. Owners and moderators see the report. A second report of the same message by the"
                            + " same member changes nothing.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportRequest.class)))
    @APIResponseSchema(
            value = ReportResponse.class,
            responseCode = "200",
            responseDescription = "The caller had reported the message before.")
    @APIResponse(
            responseCode = "201",
            description = "The message was reported.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportResponse.class)))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response report(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(
                            description = "The position of the message.",
                            schema = @Schema(implementation = Long.class),
                            example = "1099511627780")
                    @PathParam("pos")
                    String pos,
            ReportRequest given) {
        var conversation = RequestIds.conversation(id);
        var me = RequestIds.id(security);
        var at = RequestIds.position(pos);
        var member = participants.member(conversation, me, GroupAction.REPORT);
        if (participants.message(conversation, me, member, at).revoked())
            throw new Refused(Refusal.CONFLICT, "The message was revoked.");
        var reason = given.given();
        var made = database.createOrFind(() -> reports.report(conversation, at, me, reason, clock.instant()));
        return Response.status(made.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ReportResponse.of(made.report()))
                .build();
    }
}
