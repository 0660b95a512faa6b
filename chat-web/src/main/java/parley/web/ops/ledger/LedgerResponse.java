package parley.web.ops.ledger;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.log.topic.LogIdentity;

@Schema(
        name = "Ledger",
        description = "The comparison of what was acknowledged, what the log has and what the database has.",
        requiredProperties = {"from", "to", "madeAt", "topicId", "epoch", "verdict", "total", "missing", "partitions"})
public record LedgerResponse(
        @Schema(description = "The start of the range, a whole minute.", examples = "2026-03-01T10:00:00Z")
        Instant from,

        @Schema(description = "The end of the range, exclusive.", examples = "2026-03-01T11:00:00Z")
        Instant to,

        @Schema(description = "When the ledger was made.", examples = "2026-03-01T11:00:05Z")
        Instant madeAt,

        @Schema(description = "The id of the topic.", examples = "p8fFEbKGQ22B6M_Da_vCBw")
        String topicId,

        @Schema(description = "The epoch of the log.", examples = "1")
        int epoch,

        @Schema(
                description =
                        "balanced: everything is accounted for. pending: some records are not stored yet. missing:"
                                + " records are missing.",
                enumeration = {"balanced", "pending", "missing"},
                examples = "balanced")
        String verdict,

        @Schema(description = "The sum over all partitions.")
        LedgerCountsResponse total,

        @Schema(description = "The discrepancies, at most 1,000 of each partition.")
        List<DiscrepancyResponse> missing,

        @Schema(description = "The partitions in order.") List<PartitionLedgerResponse> partitions) {

    static LedgerResponse of(
            LedgerRange range, Instant now, LogIdentity identity, List<Reconciliation.Result> results) {
        var total = new LedgerCounts();
        results.forEach(result -> total.add(result.total()));
        return new LedgerResponse(
                range.from(),
                range.to(),
                now,
                identity.topicId(),
                identity.epoch(),
                total.verdict().code(),
                LedgerCountsResponse.of(total),
                results.stream()
                        .flatMap(result -> result.faults().stream()
                                .map(fault ->
                                        DiscrepancyResponse.of(result.span().partition(), fault)))
                        .toList(),
                results.stream().map(PartitionLedgerResponse::of).toList());
    }
}
