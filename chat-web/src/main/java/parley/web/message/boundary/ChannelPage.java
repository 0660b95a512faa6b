package parley.web.message.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "A page of the directory of public groups.",
        requiredProperties = {"items"})
public record ChannelPage(
        @Schema(description = "The groups: by id, or best match first.")
        List<ChannelResponse> items,

        @Schema(
                description = "The value of after for the next page, opaque; absent on the last page.",
                examples = "2-42")
        String next) {}
