package parley.web.account.boundary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.json.UserResponse;

@Schema(
        description = "A page of the directory.",
        requiredProperties = {"items"})
public record UserPage(
        @Schema(description = "The users; of a search, the best match first.")
        List<UserResponse> items,

        @Schema(
                description =
                        "The value of after for the next page; absent on the last page. A number without q, a string"
                                + " with q: treat it as opaque.",
                oneOf = {Long.class, String.class},
                examples = "19")
        Object next) {}
