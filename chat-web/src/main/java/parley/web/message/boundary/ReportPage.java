package parley.web.message.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "A page of a group's reports.",
        requiredProperties = {"items"})
public record ReportPage(
        @Schema(description = "The reports, newest first.") List<ReportResponse> items,

        @Schema(description = "The value of after for the next page; absent on the last page.", examples = "3")
        Long next) {}
