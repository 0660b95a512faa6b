package parley.web.message.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.MemberResponse;

@Schema(
        description = "A page of a conversation's members.",
        requiredProperties = {"items"})
public record MemberPage(
        @Schema(description = "The members by id.") List<MemberResponse> items,

        @Schema(description = "The value of after for the next page; absent on the last page.", examples = "12")
        Long next) {}
