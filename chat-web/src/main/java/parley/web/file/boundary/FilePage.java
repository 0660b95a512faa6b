package parley.web.file.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "A page of the files of a conversation.",
        requiredProperties = {"items"})
public record FilePage(
        @Schema(description = "The files, those of the newest message first.")
        List<SentFile> items,

        @Schema(
                description = "The value of after for the next page, opaque; absent on the last page.",
                examples = "1099511627780-4503599627370497")
        String next) {}
