package parley.web.ops.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.refusal.Refused;
import parley.web.account.signin.Operators;
import parley.web.ops.ledger.Ledger;
import parley.web.ops.ledger.LedgerRange;
import parley.web.ops.ledger.LedgerResponse;
import parley.web.platform.clock.LogClock;

@Path("admin/ledger")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class LedgerResource {

    @Inject
    Ledger ledger;

    @Inject
    LogClock clock;

    @GET
    @Operation(
            summary = "Reconcile acknowledgements, log and database",
            description =
                    "For operators. Compares by partition and minute what was acknowledged, what the log has and what the"
                            + " database has. At most 24 hours and 2,000,000 records.")
    @APIResponseSchema(value = LedgerResponse.class, responseDescription = "The ledger.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public LedgerResponse ledger(
            @Parameter(
                            description = "The start; by default an hour before the end.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
                            example = "2026-03-01T10:00:00Z")
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "The end; by default now.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
                            example = "2026-03-01T11:00:00Z")
                    @QueryParam("to")
                    String to,
            @Parameter(
                            description = "A partition of the log; by default all.",
                            schema = @Schema(implementation = Integer.class),
                            example = "3")
                    @QueryParam("partition")
                    String partition) {
        return ledger.of(LedgerRange.of(from, to, clock.instant()), partition == null ? null : number(partition));
    }

    private static Integer number(String partition) {
        if (!partition.matches("[0-9]{1,9}"))
            throw Refused.invalid(Map.of("partition", "partition: a number is required"));
        return Integer.valueOf(partition);
    }
}
