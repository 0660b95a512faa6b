package parley.web.message.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.Position;
import parley.domain.message.entity.MessageView;
import parley.web.message.history.HistoryWindow;
import parley.web.message.history.MessageHistory;
import parley.web.platform.json.MessageResponse;

@Schema(
        description = "A page of a conversation's history.",
        requiredProperties = {"items", "fresh"})
public record MessagePage(
        @Schema(description = "The messages, oldest first.") List<MessageResponse> items,

        @Schema(
                description =
                        "The position for the next page in the same direction, with around and date the value of after;"
                                + " absent on the last page.",
                examples = "1099511627740")
        Long next,

        @Schema(
                description =
                        "Only with around and date: the value of before for the page that precedes this one; absent at the"
                                + " beginning of the conversation.",
                examples = "1099511627720")
        Long prev,

        @Schema(
                description = "False if the log did not answer, so that the newest messages may be missing.",
                examples = "true")
        boolean fresh) {

    static MessagePage of(MessageHistory.Page page) {
        return new MessagePage(items(page.items()), value(page.next()), null, page.fresh());
    }

    static MessagePage of(HistoryWindow.Window window) {
        return new MessagePage(items(window.items()), value(window.next()), value(window.previous()), window.fresh());
    }

    private static List<MessageResponse> items(List<MessageView> views) {
        return views.stream().map(MessageResponse::of).toList();
    }

    private static Long value(Position pos) {
        return pos == null ? null : (Long) pos.value();
    }
}
