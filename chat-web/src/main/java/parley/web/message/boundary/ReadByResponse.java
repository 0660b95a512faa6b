package parley.web.message.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.MemberResponse;

@Schema(
        name = "ReadBy",
        description = "Who has read a message.",
        requiredProperties = {"pos", "items"})
public record ReadByResponse(
        @Schema(description = "The position of the message.", examples = "1099511627780")
        long pos,

        @Schema(description = "The members who have read it, without its author, by id.")
        List<MemberResponse> items) {}
