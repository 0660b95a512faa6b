package parley.web.ops.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
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
import parley.domain.command.boundary.OperatorCommandQueue;
import parley.domain.command.entity.Command;
import parley.domain.command.entity.CommandStatus;
import parley.domain.refusal.Refused;
import parley.web.account.signin.Operators;
import parley.web.log.connection.LogConnection;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.json.JsonViews;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.rest.AuthenticatedUser;

@Path("admin/commands")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
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

    public record CommandRequest(
            @NotNull(message = "is needed") String kind, Integer partition) {}

    @POST
    @Operation(
            summary = "Asks a persister to replay the dead letters, or to let a stopped partition go on",
            description =
                    "For operators. kind: replay, or repair with a partition. What came of it stands in the list.")
    public Response ask(CommandRequest given) {
        var command = command(given);
        var by = security.getUserPrincipal().getName();
        var id = database.needed(() -> commands.ask(command, by, clock.instant()));
        var event = SecurityEvent.of("operator_command").by(((AuthenticatedUser) security.getUserPrincipal()).person());
        events.record(
                event.from(address.of(request)).with("command", command.kind()).with("id", id));
        return Response.status(Response.Status.ACCEPTED)
                .entity(JsonViews.object().add("id", id).build().toString())
                .build();
    }

    private Command command(CommandRequest given) {
        try {
            var command = Command.of(given.kind(), given.partition());
            if (command instanceof Command.Repair(int partition)
                    && partition >= log.identity().partitions()) {
                throw new IllegalArgumentException("partition: a partition of the log");
            }
            return command;
        } catch (IllegalArgumentException wrong) {
            var message = wrong.getMessage();
            throw Refused.invalid(Map.of(message.substring(0, message.indexOf(':')), message));
        }
    }

    @GET
    @Operation(summary = "The newest 50 commands: who asked, when, and what came of it", description = "For operators.")
    public String latest() {
        var items = JsonViews.array();
        database.needed(() -> commands.latest(SHOWN)).stream()
                .map(CommandsResource::shape)
                .forEach(items::add);
        return JsonViews.object().add("items", items).build().toString();
    }

    private static JsonObjectBuilder shape(CommandStatus asked) {
        var json = JsonViews.object()
                .add("id", asked.id())
                .add("kind", asked.command().kind());
        if (asked.command() instanceof Command.Repair(int partition)) json.add("partition", partition);
        json.add("by", asked.by()).add("at", asked.at().toString()).add("state", asked.state());
        if (asked.takenAt() != null) json.add("takenAt", asked.takenAt().toString());
        if (asked.endedAt() != null) json.add("endedAt", asked.endedAt().toString());
        if (asked.result() != null) json.add(asked.endedAt() == null ? "progress" : "result", asked.result());
        return json;
    }
}
