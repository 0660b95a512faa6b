package parley.web.ops.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "SearchIndex",
        description = "The search index of the server that answers.",
        requiredProperties = {"state", "documents", "missing", "lagSeconds", "nodes"})
public record SearchIndexResponse(
        @Schema(
                description = "Whether messages can be searched.",
                enumeration = {"up", "down"},
                examples = "up")
        String state,

        @Schema(
                description = "Why they cannot be searched; absent if they can.",
                examples = "The search index is being built.")
        String reason,

        @Schema(description = "The number of messages in the index.", examples = "12345")
        long documents,

        @Schema(description = "The number of records of the log that are not in the index yet.", examples = "0")
        long missing,

        @Schema(description = "For how long the oldest of them may have been in the log.", examples = "0")
        long lagSeconds,

        @Schema(description = "What each server with an index reported last.")
        List<SearchNodeResponse> nodes) {}
