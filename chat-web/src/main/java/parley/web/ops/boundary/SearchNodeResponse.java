package parley.web.ops.boundary;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.search.SearchNotices;

@Schema(
        name = "SearchNode",
        description = "The last report of a server about its search index.",
        requiredProperties = {"node", "state", "documents", "missing", "lagSeconds", "at"})
public record SearchNodeResponse(
        @Schema(description = "The host name and port of the server.", examples = "chat-1:9080")
        String node,

        @Schema(
                description = "Whether messages can be searched there.",
                enumeration = {"up", "down"},
                examples = "up")
        String state,

        @Schema(
                description = "Why they cannot be searched; absent if they can.",
                examples = "The search index is being built.")
        String reason,

        @Schema(
                description = "When the build of the index began; absent if it is not built.",
                examples = "2026-03-01T10:15:30.123Z")
        Instant builtAt,

        @Schema(description = "The number of messages in the index.", examples = "12345")
        long documents,

        @Schema(description = "The number of records of the log that are not in the index yet.", examples = "0")
        long missing,

        @Schema(description = "For how long the oldest of them may have been in the log.", examples = "0")
        long lagSeconds,

        @Schema(description = "When this was reported.", examples = "2026-03-01T10:16:30.123Z")
        Instant at) {

    static SearchNodeResponse of(SearchNotices.Report report) {
        var index = report.index();
        return new SearchNodeResponse(
                index.node(),
                index.reason() == null ? "up" : "down",
                index.reason(),
                index.builtAt(),
                index.documents(),
                index.missing(),
                index.lagSeconds(),
                report.at());
    }
}
