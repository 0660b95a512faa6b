package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.identity.Cid;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.PageRange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.message.admission.AdmissionControl;
import parley.web.message.history.MessageHistory;
import parley.web.platform.json.MessageResponse;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimited;
import parley.web.platform.rest.QueryParameters;
import parley.web.platform.rest.RequestIds;

@Path("conversations/{id}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class MessagesResource {

    @Inject
    MessageHistory history;

    @Inject
    AdmissionControl admission;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "Read a page of a conversation's history",
            description =
                    "For members only. Without before and after, the newest messages. While the database is down, recent"
                            + " messages only.")
    @APIResponseSchema(value = MessagePage.class, responseDescription = "A page of messages, oldest first.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public MessagePage page(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            @Parameter(
                            description = "Only messages before this position. Not together with after.",
                            schema = @Schema(implementation = Long.class),
                            example = "1099511627780")
                    @QueryParam("before")
                    String before,
            @Parameter(
                            description = "Only messages after this position.",
                            schema = @Schema(implementation = Long.class),
                            example = "1099511627780")
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
        var conversation = RequestIds.conversation(id);
        var range = range(position("before", before), position("after", after), QueryParameters.limit(limit));
        var page = history.page(conversation, RequestIds.id(security), range);
        return new MessagePage(
                page.items().stream().map(MessageResponse::of).toList(),
                page.next() == null ? null : (Long) page.next().value(),
                page.fresh());
    }

    private static Position position(String parameter, String given) {
        return QueryParameters.value(parameter, QueryParameters.number(parameter, given), Position::new);
    }

    private static PageRange range(Position before, Position after, int limit) {
        if (before != null && after != null) throw new Refused(Refusal.BAD_REQUEST, "Use either before or after.");
        if (before != null) return PageRange.before(before, limit);
        return after == null ? PageRange.newest(limit) : PageRange.after(after, limit);
    }

    @POST
    @RateLimited(LimitKind.SEND)
    @Operation(
            summary = "Send a message",
            description =
                    "For programs without a socket. Responds when the message is in the log. After 503, repeat the same"
                            + " request: the cid prevents a duplicate.")
    @APIResponseSchema(
            value = SendResponse.class,
            responseCode = "200",
            responseDescription = "The message is in the log.")
    @APIResponse(responseCode = "400", ref = "BadSend")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public SendResponse send(
            @Parameter(
                            description = "The conversation's id.",
                            schema = @Schema(implementation = Long.class),
                            example = "42")
                    @PathParam("id")
                    String id,
            SendRequest given)
            throws InterruptedException {
        var replyTo = given.replyTo() == null ? null : new Position(given.replyTo());
        var message = new LogEntry.Message(
                RequestIds.conversation(id),
                Cid.parse(given.cid()),
                RequestIds.id(security),
                Body.of(given.body()),
                replyTo);
        var answer = new SendResultFuture();
        admission.send(message, answer);
        try {
            var accepted = answer.future().get(10, TimeUnit.SECONDS);
            return new SendResponse(
                    accepted.place().pos().value(), accepted.place().ts(), accepted.dup());
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof Refused why) throw why;
            throw new IllegalStateException(refused);
        } catch (TimeoutException late) {
            throw Refused.unavailable("The log did not answer in time; repeat the same request.", late);
        }
    }
}
