package parley.web.ops.ledger;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "PartitionLedger",
        description = "The ledger of one partition.",
        requiredProperties = {
            "partition",
            "begins",
            "ends",
            "nextOffset",
            "from",
            "to",
            "trimmed",
            "stopped",
            "verdict",
            "total",
            "minutes"
        })
public record PartitionLedgerResponse(
        @Schema(description = "The partition of the log.", examples = "3")
        int partition,

        @Schema(description = "The oldest offset that the log still has.", examples = "0")
        long begins,

        @Schema(description = "The end offset of the log.", examples = "1500")
        long ends,

        @Schema(description = "The offset below which the database accounts for everything.", examples = "1500")
        long nextOffset,

        @Schema(description = "The first offset of the range.", examples = "1000")
        long from,

        @Schema(description = "The end of the range, exclusive.", examples = "1500")
        long to,

        @Schema(description = "Whether the log may have trimmed a part of the range.", examples = "false")
        boolean trimmed,

        @Schema(description = "Whether the log no longer has the next record to store.", examples = "false")
        boolean stopped,

        @Schema(
                description = "As for the whole ledger.",
                enumeration = {"balanced", "pending", "missing"},
                examples = "balanced")
        String verdict,

        @Schema(description = "The sum over all minutes.") LedgerCountsResponse total,

        @Schema(description = "The counts of each minute that has any, in order.")
        List<LedgerCountsResponse> minutes) {

    static PartitionLedgerResponse of(Reconciliation.Result result) {
        var span = result.span();
        return new PartitionLedgerResponse(
                span.partition(),
                span.begins(),
                span.ends(),
                span.nextOffset(),
                span.from(),
                span.to(),
                span.isTrimmed(),
                span.isStopped(),
                result.total().verdict().code(),
                LedgerCountsResponse.of(result.total()),
                result.minutes().entrySet().stream()
                        .map(minute ->
                                LedgerCountsResponse.of(Instant.ofEpochSecond(minute.getKey() * 60), minute.getValue()))
                        .toList());
    }
}
