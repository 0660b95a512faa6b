package parley.web.search.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "A page of messages that were found.",
        requiredProperties = {"items"})
public record SearchPage(
        @Schema(description = "The messages, newest first; can be fewer than asked for even if there are more.")
        List<SearchHit> items,

        @Schema(
                description = "The value of after for the next page, opaque; absent on the last page.",
                examples = "1772360130123-42-1099511627780")
        String next,

        @Schema(
                description =
                        "How many messages match; only on the first page, and absent if there are more than 1,000.",
                examples = "7")
        Long total) {}
