package parley.web.platform.json;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.group.AttributeChange;
import parley.domain.identity.Position;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;

@Schema(
        name = "Message",
        description =
                "A message with all later changes applied, or, if it has a kind, a change of the conversation that is"
                        + " shown in it.",
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
                description = "Only for a change of the conversation: of a membership, or of the group.",
                enumeration = {"member", "changed"},
                examples = "member")
        String kind,

        @Schema(description = "Who made the change of the conversation.", examples = "7")
        Long by,

        @Schema(description = "The user whose membership changed.", examples = "9")
        Long user,

        @Schema(
                description = "The member's new role; absent if the user left.",
                enumeration = {"owner", "moderator", "member"},
                examples = "member")
        String role,

        @Schema(description = "True if the user left the conversation; otherwise absent.", examples = "true")
        Boolean gone,

        @Schema(description = "The new title of the group.", examples = "Engine room")
        String title,

        @Schema(description = "The new topic of the group; empty if it was removed.", examples = "Boilers and pumps")
        String topic,

        @Schema(
                description = "Who may find and read the group from now on.",
                enumeration = {"private", "public"},
                examples = "public")
        String visibility,

        @Schema(
                description = "Who can write in the group from now on.",
                enumeration = {"all", "moderators"},
                examples = "moderators")
        String posting,

        @Schema(description = "Whether the group was archived or restored.", examples = "true")
        Boolean archived,

        @Schema(
                description = "What new members may read from now on.",
                enumeration = {"all", "joined"},
                examples = "joined")
        String history,

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

        @Schema(description = "The files of the message; absent if it has none.")
        List<FileResponse> files,

        @Schema(description = "The position of the last change that is applied.", examples = "1099511627785")
        Long at,

        @Schema(description = "When the message was last edited.", examples = "2026-03-01T10:16:02.456Z")
        Instant editedAt,

        @Schema(description = "True if the message was revoked; otherwise absent.", examples = "true")
        Boolean revoked,

        @Schema(description = "Absent if there are none.") List<ReactionResponse> reactions) {

    private static final AttributeChange NOTHING = new AttributeChange(null, null, null, null, null, null);

    public static MessageResponse of(MessageView view) {
        return switch (view.notice()) {
            case null -> message(view);
            case EventDetail.MemberChanged member -> membership(view, member);
            case EventDetail.GroupChanged group -> group(view, group);
        };
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
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                view.body(),
                onlyTrue(isMissing),
                value(view.replyTo()),
                view.quote() == null ? null : QuoteResponse.of(view.quote()),
                MentionsResponse.of(view.mentions()),
                FileResponse.of(view.files()),
                value(view.at()),
                view.editedAt(),
                onlyTrue(view.revoked()),
                reactions.isEmpty() ? null : reactions);
    }

    private static MessageResponse membership(MessageView view, EventDetail.MemberChanged change) {
        var role = change.role() == null ? null : change.role().code();
        return notice(view, change.user().value(), role, onlyTrue(role == null), NOTHING);
    }

    private static MessageResponse group(MessageView view, EventDetail.GroupChanged change) {
        return notice(view, null, null, null, change.change());
    }

    private static MessageResponse notice(
            MessageView view, Long user, String role, Boolean gone, AttributeChange change) {
        return new MessageResponse(
                view.conversation().value(),
                view.pos().value(),
                view.cid().toString(),
                view.from().value(),
                view.ts(),
                view.notice().kind(),
                view.from().value(),
                user,
                role,
                gone,
                change.title(),
                change.topic(),
                change.visibility() == null ? null : change.visibility().code(),
                change.posting() == null ? null : change.posting().code(),
                change.archived(),
                change.history() == null ? null : change.history().code(),
                null,
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
