package parley.web.search.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimited;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;
import parley.web.search.MessageSearch;
import parley.web.search.query.SearchQueryParser;

@Path("search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class SearchResource {

    @Inject
    MessageSearch search;

    @Context
    SecurityContext security;

    @GET
    @RateLimited(LimitKind.SEARCH)
    @Operation(
            summary = "Search messages",
            description = "In the conversations that the caller is a member of, as far as the caller may read them."
                    + " Revoked messages are never found, and an edited one by its new text only.")
    @APIResponseSchema(value = SearchPage.class, responseDescription = "A page of messages.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public SearchPage search(
            @Parameter(
                            description = "Words, \"phrases\", -excluded words, prefixes with * at the end, and the"
                                    + " operators from:, in:, mentions:, before:, after:, on:, has: and is:.",
                            required = true,
                            schema = @Schema(implementation = String.class, maxLength = 1000),
                            example = "lunch from:ada after:2026-03-01")
                    @QueryParam("q")
                    String q,
            @Parameter(description = "The time zone of the days in q; UTC if absent.", example = "Europe/Stockholm")
                    @QueryParam("zone")
                    String zone,
            @Parameter(description = "The next of the page before.", example = "1772360130123-42-1099511627780")
                    @QueryParam("after")
                    String after,
            @Parameter(
                            description = "The size of the page.",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"),
                            example = "50")
                    @QueryParam("limit")
                    String limit) {
        var query = QueryParameters.value("q", q == null ? "" : q, SearchQueryParser::parse);
        var place = QueryParameters.value("after", after, SearchCursor::parse);
        var days = zone == null ? ZoneOffset.UTC : QueryParameters.value("zone", zone, SearchResource::zone);
        var page = search.search(RequestIds.id(security), query, days, place, QueryParameters.limit(limit));
        return new SearchPage(
                page.items().stream().map(SearchHit::of).toList(),
                page.next() == null ? null : SearchCursor.text(page.next()),
                page.total());
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("a time zone such as Europe/Stockholm is needed", unknown);
        }
    }
}
