package parley.web.platform.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.message.entity.Quote;

@Schema(
        name = "Quote",
        description = "The message that another one replies to, as it is now.",
        requiredProperties = {"pos"})
public record QuoteResponse(
        @Schema(description = "Its position.", examples = "1099511627779")
        long pos,

        @Schema(description = "The id of its sender; absent if it cannot be looked up now.", examples = "9")
        Long from,

        @Schema(
                description =
                        "The beginning of its text on one line; absent if it has none, or cannot be looked up now.",
                examples = "Where do we eat today?")
        String excerpt,

        @Schema(description = "True if the message was revoked or does not exist; otherwise absent.", examples = "true")
        Boolean gone) {

    static QuoteResponse of(Quote quote) {
        return new QuoteResponse(
                quote.pos().value(),
                quote.from() == null ? null : (Long) quote.from().value(),
                quote.excerpt(),
                quote.gone() ? Boolean.TRUE : null);
    }
}
