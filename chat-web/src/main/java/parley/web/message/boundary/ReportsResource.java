package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.group.GroupAction;
import parley.domain.report.boundary.Reports;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

@Path("conversations/{id}/reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Reports")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "409", ref = "Conflict")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class ReportsResource {

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

    @GET
    @Operation(summary = "List the reports of a group", description = "For owners and moderators. Newest first.")
    @APIResponseSchema(value = ReportPage.class, responseDescription = "A page of reports.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public ReportPage page(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(
                            description = "The next of the page before.",
                            schema = @Schema(implementation = Long.class),
                            example = "3")
                    @QueryParam("after")
                    String after,
            @Parameter(
                            description = "The size of the page.",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"),
                            example = "50")
                    @QueryParam("limit")
                    String limit) {
        int most = QueryParameters.limit(limit);
        var from = QueryParameters.number("after", after);
        var conversation = RequestIds.conversation(id);
        participants.member(conversation, RequestIds.id(security), GroupAction.HANDLE_REPORTS);
        var found = database.needed(() -> reports.page(conversation, from == null ? Long.MAX_VALUE : from, most + 1));
        boolean isLast = found.size() <= most;
        return new ReportPage(
                found.stream().limit(most).map(ReportResponse::of).toList(),
                isLast ? null : (Long) found.get(most - 1).id());
    }

    @POST
    @Path("{report}/resolve")
    @Operation(
            summary = "Resolve a report",
            description = "For owners and moderators. A report that is resolved stays as it is.")
    @APIResponseSchema(value = ReportResponse.class, responseCode = "200", responseDescription = "The resolved report.")
    public ReportResponse resolve(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(description = "The report's id.", schema = @Schema(implementation = Long.class), example = "3")
                    @PathParam("report")
                    String report) {
        var conversation = RequestIds.conversation(id);
        var me = RequestIds.id(security);
        participants.member(conversation, me, GroupAction.HANDLE_REPORTS);
        long number = RequestIds.of("report", report);
        return ReportResponse.of(database.needed(() -> reports.resolve(conversation, number, me, clock.instant())));
    }
}
