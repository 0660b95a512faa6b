package parley.web.message.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.message.history.UnreadTotals;

@Schema(
        name = "Unread",
        description = "What the caller has not read, over all conversations that are not muted.",
        requiredProperties = {"unread", "mentions", "conversations", "threads", "muted"})
public record UnreadResponse(
        @Schema(description = "The number of unread messages.", examples = "12")
        long unread,

        @Schema(description = "The number of those that mention the caller.", examples = "1")
        long mentions,

        @Schema(description = "The number of conversations with unread messages.", examples = "3")
        int conversations,

        @Schema(description = "The number of followed threads with unread messages.", examples = "0")
        int threads,

        @Schema(description = "The same for muted conversations.")
        Muted muted) {

    @Schema(
            name = "MutedUnread",
            description = "What the caller has not read in muted conversations.",
            requiredProperties = {"unread", "mentions", "conversations"})
    public record Muted(
            @Schema(description = "The number of unread messages.", examples = "40")
            long unread,

            @Schema(description = "The number of those that mention the caller.", examples = "0")
            long mentions,

            @Schema(description = "The number of muted conversations with unread messages.", examples = "1")
            int conversations) {}

    static UnreadResponse of(UnreadTotals.Totals totals) {
        var active = totals.active();
        var muted = totals.muted();
        return new UnreadResponse(
                active.count().unread(),
                active.count().mentions(),
                active.conversations(),
                0,
                new Muted(muted.count().unread(), muted.count().mentions(), muted.conversations()));
    }
}
