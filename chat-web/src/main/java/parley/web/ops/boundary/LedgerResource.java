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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import parley.domain.refusal.Refused;
import parley.web.account.signin.Operators;
import parley.web.ops.ledger.Ledger;
import parley.web.ops.ledger.LedgerRange;
import parley.web.platform.clock.LogClock;

@Path("admin/ledger")
@RequestScoped
@RolesAllowed(Operators.ROLE)
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    @Inject
    Ledger ledger;

    @Inject
    LogClock clock;

    @GET
    @Operation(
            summary =
                    "Reconciles acknowledged = log = rows + repeats + parked, by partition and minute, and names what is missing",
            description = "For operators. Of live data; at most 24 hours and 2,000,000 records.")
    public String ledger(
            @Parameter(description = "An instant; default an hour before to") @QueryParam("from") String from,
            @Parameter(description = "An instant; default now") @QueryParam("to") String to,
            @Parameter(description = "A partition of the log; default all") @QueryParam("partition") String partition) {
        return ledger.of(LedgerRange.of(from, to, clock.instant()), partition == null ? null : number(partition))
                .toString();
    }

    private static Integer number(String partition) {
        if (!partition.matches("[0-9]{1,9}")) throw Refused.invalid(Map.of("partition", "partition: a number"));
        return Integer.valueOf(partition);
    }
}
