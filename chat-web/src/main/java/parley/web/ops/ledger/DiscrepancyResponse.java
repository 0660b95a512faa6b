package parley.web.ops.ledger;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Discrepancy",
        description = "Records that are missing, or that should not exist.",
        requiredProperties = {"kind", "partition", "offset", "count"})
public record DiscrepancyResponse(
        @Schema(
                description = "What is wrong.",
                enumeration = {
                    "acknowledged_not_in_log",
                    "acknowledged_not_stored",
                    "in_log_not_accounted",
                    "row_without_record",
                    "accounted_twice",
                    "lost_by_repair",
                    "lost_and_stopped"
                },
                examples = "acknowledged_not_stored")
        String kind,

        @Schema(description = "The partition of the log.", examples = "3")
        int partition,

        @Schema(description = "The first offset.", examples = "1042")
        long offset,

        @Schema(description = "The number of offsets.", examples = "1")
        long count,

        @Schema(description = "When the record was appended, if known.", examples = "2026-03-01T10:15:00Z")
        Instant minute) {

    static DiscrepancyResponse of(int partition, LedgerDiscrepancy fault) {
        return new DiscrepancyResponse(
                fault.kind().code(), partition, fault.from(), fault.to() - fault.from(), fault.minute());
    }
}
