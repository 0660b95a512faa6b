package parley.web.ops.ledger;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.JsonName;

@Schema(
        name = "LedgerCounts",
        description = "Numbers of records, of one minute or of a sum.",
        requiredProperties = {
            "acknowledged",
            "unnoted",
            "log",
            "messages",
            "changes",
            "members",
            "unreadable",
            "rows",
            "events",
            "repeats",
            "void",
            "afterRevoke",
            "parked",
            "pending",
            "missing",
            "trimmed"
        })
public record LedgerCountsResponse(
        @Schema(description = "Acknowledged to a sender.", examples = "120")
        long acknowledged,

        @Schema(description = "Stored, but without a note of the acknowledgement; not an error.", examples = "0")
        long unnoted,

        @Schema(description = "In the log.", examples = "121")
        long log,

        @Schema(description = "In the log: messages.", examples = "100")
        long messages,

        @Schema(description = "In the log: edits, revokes and reactions.", examples = "18")
        long changes,

        @Schema(description = "In the log: changes of membership.", examples = "3")
        long members,

        @Schema(description = "In the log: records that cannot be read.", examples = "0")
        long unreadable,

        @Schema(description = "In the database: messages.", examples = "99")
        long rows,

        @Schema(description = "In the database: changes.", examples = "21")
        long events,

        @Schema(description = "In the database: repeats.", examples = "1")
        long repeats,

        @Schema(name = "void", description = "In the database: void records.", examples = "0") @JsonName("void")
        long voids,

        @Schema(description = "In the database: changes after a revoke.", examples = "0")
        long afterRevoke,

        @Schema(description = "In the database: dead letters.", examples = "0")
        long parked,

        @Schema(description = "In the log, but not stored yet.", examples = "0")
        long pending,

        @Schema(description = "Not accounted for.", examples = "0")
        long missing,

        @Schema(description = "Acknowledged, and no longer in the log.", examples = "0")
        long trimmed,

        @Schema(description = "The minute; absent in a sum.", examples = "2026-03-01T10:15:00Z")
        Instant minute,

        @Schema(
                description = "The verdict on the minute; absent in a sum.",
                enumeration = {"balanced", "pending", "missing"},
                examples = "balanced")
        String verdict) {

    /** @param counts a sum */
    static LedgerCountsResponse of(LedgerCounts counts) {
        return of(counts, null, null);
    }

    static LedgerCountsResponse of(Instant minute, LedgerCounts counts) {
        return of(counts, minute, counts.verdict().code());
    }

    private static LedgerCountsResponse of(LedgerCounts counts, Instant minute, String verdict) {
        return new LedgerCountsResponse(
                counts.acknowledged,
                counts.unnoted,
                counts.log(),
                counts.messages,
                counts.changes,
                counts.members,
                counts.unreadable,
                counts.rows,
                counts.events,
                counts.repeats,
                counts.voids,
                counts.afterRevoke,
                counts.parked,
                counts.pending,
                counts.missing,
                counts.trimmed,
                minute,
                verdict);
    }
}
