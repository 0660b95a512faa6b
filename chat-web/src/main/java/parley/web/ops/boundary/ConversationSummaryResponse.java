package parley.web.ops.boundary;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.conversation.entity.ConversationSummary;

@Schema(
        name = "ConversationSummary",
        description = "What operators see of a conversation: neither members nor messages.",
        requiredProperties = {"id", "kind", "visibility", "memberCount", "messages", "createdAt", "lastAt"})
public record ConversationSummaryResponse(
        @Schema(description = "The id of the conversation.", examples = "42")
        long id,

        @Schema(
                description = "The kind of the conversation.",
                enumeration = {"direct", "group"},
                examples = "group")
        String kind,

        @Schema(description = "The title; of public groups only.", examples = "Engines")
        String title,

        @Schema(
                description = "Who finds it.",
                enumeration = {"private", "public"},
                examples = "public")
        String visibility,

        @Schema(description = "True if it is read-only; otherwise absent.", examples = "true")
        Boolean archived,

        @Schema(description = "The number of members.", examples = "12")
        int memberCount,

        @Schema(description = "The number of stored messages.", examples = "1042")
        long messages,

        @Schema(description = "When it was created.", examples = "2026-03-01T10:15:30Z")
        Instant createdAt,

        @Schema(
                description = "When the last message was stored, or when it was created.",
                examples = "2026-03-01T10:15:30Z")
        Instant lastAt) {

    static ConversationSummaryResponse of(ConversationSummary summary) {
        return new ConversationSummaryResponse(
                summary.id().value(),
                summary.kind().code(),
                summary.publicTitle(),
                summary.visibility().code(),
                summary.archived() ? true : null,
                summary.memberCount(),
                summary.messages(),
                summary.createdAt(),
                summary.lastAt());
    }
}
