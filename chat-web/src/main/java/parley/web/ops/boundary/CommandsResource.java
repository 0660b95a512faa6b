package parley.web.ops.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.command.boundary.OperatorCommandQueue;
import parley.domain.command.entity.Command;
import parley.domain.refusal.Refused;
import parley.web.account.signin.Operators;
import parley.web.log.connection.LogConnection;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;

@Path("admin/commands")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class CommandsResource {

    private static final int SHOWN = 50;

    @Inject
    DatabaseGateway database;

    @Inject
    OperatorCommandQueue commands;

    @Inject
    LogConnection log;

    @Inject
    LogClock clock;

    @Inject
    SecurityEvents events;

    @Inject
    ClientAddress address;

    @Context
    SecurityContext security;

    @Context
    HttpServletRequest request;

    @POST
    @Operation(
            summary = "Give the persisters a command",
            description = "For operators. GET /api/admin/commands shows the progress and the result.")
    @APIResponseSchema(
            value = CommandAccepted.class,
            responseCode = "202",
            responseDescription = "The command waits for a persister.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response give(CommandRequest given) {
        var command = Command.of(given.kind(), given.partition());
        requirePartition(command);
        var by = security.getUserPrincipal().getName();
        var id = database.needed(() -> commands.ask(command, by, clock.instant()));
        var event = SecurityEvent.of("operator_command").by(((AuthenticatedUser) security.getUserPrincipal()).person());
        events.record(
                event.from(address.of(request)).with("command", command.kind()).with("id", id));
        return Response.status(Response.Status.ACCEPTED)
                .entity(new CommandAccepted(id))
                .build();
    }

    private void requirePartition(Command command) {
        if (command instanceof Command.Repair(int partition)
                && partition >= log.identity().partitions()) {
            throw Refused.invalid(Map.of("partition", "partition: a partition of the log"));
        }
    }

    @GET
    @Operation(summary = "List the latest commands", description = "For operators. At most 50, newest first.")
    @APIResponseSchema(value = CommandList.class, responseDescription = "The commands.")
    public CommandList latest() {
        return new CommandList(database.needed(() -> commands.latest(SHOWN)).stream()
                .map(CommandResponse::of)
                .toList());
    }
}
