package parley.web.preview.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.preview.LinkPreview;

@Schema(name = "Preview", description = "The preview of a message's first link.")
public record PreviewResponse(
        @Schema(description = "Absent if there is none.") LinkResponse preview) {

    @Schema(
            name = "LinkPreview",
            description = "What the linked page says about itself. Nothing of it is to be trusted.",
            requiredProperties = {"url", "host", "title"})
    public record LinkResponse(
            @Schema(description = "The link of the message.", examples = "https://example.org/boiler")
            String url,

            @Schema(description = "The host of the page, after redirects.", examples = "example.org")
            String host,

            @Schema(description = "What the page is called.", maxLength = 151, examples = "The boiler of the year")
            String title,

            @Schema(description = "What the page is about.", maxLength = 301, examples = "It is warm, and it is quiet.")
            String description,

            @Schema(description = "How the page calls its site.", maxLength = 61, examples = "Boilers today")
            String site) {}

    static PreviewResponse of(LinkPreview found) {
        return new PreviewResponse(
                new LinkResponse(found.url(), found.host(), found.title(), found.description(), found.site()));
    }

    static PreviewResponse none() {
        return new PreviewResponse(null);
    }
}
