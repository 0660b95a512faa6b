package parley.web.platform.json;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.Position;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;

@Schema(
        name = "Message",
        description =
                "A message with all later changes applied, or, if it has a kind, a change of membership that is shown"
                        + " in the conversation.",
        requiredProperties = {"conv", "pos", "cid", "from", "ts"})
public record MessageResponse(
        @Schema(description = "The id of the conversation.", examples = "42")
        long conv,

        @Schema(description = "The position of the message in the conversation.", examples = "1099511627780")
        long pos,

        @Schema(
                description = "The UUIDv7 that the client chose for this message.",
                examples = "01890a5d-ac96-774b-bcce-b302099a8057")
        String cid,

        @Schema(description = "The id of the sender.", examples = "7")
        long from,

        @Schema(description = "When the log appended the message.", examples = "2026-03-01T10:15:30.123Z")
        Instant ts,

        @Schema(
                description = "Only for a change of membership.",
                enumeration = {"member"},
                examples = "member")
        String kind,

        @Schema(description = "The user whose membership changed.", examples = "9")
        Long user,

        @Schema(
                description = "The member's new role; absent if the user left.",
                enumeration = {"owner", "member"},
                examples = "member")
        String role,

        @Schema(description = "True if the user left the conversation; otherwise absent.", examples = "true")
        Boolean gone,

        @Schema(description = "The text; absent if the message was revoked or is missing.", examples = "Lunch at 12?")
        String body,

        @Schema(
                description =
                        "True if the message could not be stored, so that its text is unavailable; otherwise absent.",
                examples = "true")
        Boolean missing,

        @Schema(description = "The position of the message that this one replies to.", examples = "1099511627779")
        Long replyTo,

        @Schema(description = "What a reply quotes; absent in the last message of a conversation list.")
        QuoteResponse quote,

        @Schema(description = "Whom the message mentions; absent if nobody.")
        MentionsResponse mentions,

        @Schema(description = "The position of the last change that is applied.", examples = "1099511627785")
        Long at,

        @Schema(description = "When the message was last edited.", examples = "2026-03-01T10:16:02.456Z")
        Instant editedAt,

        @Schema(description = "True if the message was revoked; otherwise absent.", examples = "true")
        Boolean revoked,

        @Schema(description = "Absent if there are none.") List<ReactionResponse> reactions) {

    public static MessageResponse of(MessageView view) {
        return view.member() == null ? message(view) : membership(view, view.member());
    }

    private static MessageResponse message(MessageView view) {
        boolean isMissing = view.body() == null && !view.revoked();
        var reactions = view.reactions().stream().map(ReactionResponse::of).toList();
        return new MessageResponse(
                view.conversation().value(),
                view.pos().value(),
                view.cid().toString(),
                view.from().value(),
                view.ts(),
                null,
                null,
                null,
                null,
                view.body(),
                onlyTrue(isMissing),
                value(view.replyTo()),
                view.quote() == null ? null : QuoteResponse.of(view.quote()),
                MentionsResponse.of(view.mentions()),
                value(view.at()),
                view.editedAt(),
                onlyTrue(view.revoked()),
                reactions.isEmpty() ? null : reactions);
    }

    private static MessageResponse membership(MessageView view, EventDetail.MemberChanged change) {
        return new MessageResponse(
                view.conversation().value(),
                view.pos().value(),
                view.cid().toString(),
                view.from().value(),
                view.ts(),
                change.kind(),
                change.user().value(),
                change.role() == null ? null : change.role().code(),
                onlyTrue(change.role() == null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Boolean onlyTrue(boolean flag) {
        return flag ? Boolean.TRUE : null;
    }

    private static Long value(Position pos) {
        return pos == null ? null : (Long) pos.value();
    }
}
