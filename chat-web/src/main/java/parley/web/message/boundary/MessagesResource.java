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
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.identity.Cid;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.PageRange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.message.admission.AdmissionControl;
import parley.web.message.history.HistoryWindow;
import parley.web.message.history.MessageHistory;
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
    HistoryWindow window;

    @Inject
    AdmissionControl admission;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "Read a page of a conversation's history",
            description =
                    "For members; everybody can read a public group. At most one of before, after, around and date;"
                            + " without them, the newest messages. While the database is down, recent messages only.")
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
                            description = "Only messages before this position.",
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
                            description = "The message at this position and what is before and after it.",
                            schema = @Schema(implementation = Long.class),
                            example = "1099511627780")
                    @QueryParam("around")
                    String around,
            @Parameter(
                            description = "Messages from the first one of this day on.",
                            schema = @Schema(implementation = String.class, format = "date"),
                            example = "2026-03-01")
                    @QueryParam("date")
                    String date,
            @Parameter(description = "The time zone of date; UTC if absent.", example = "Europe/Stockholm")
                    @QueryParam("zone")
                    String zone,
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
        var me = RequestIds.id(security);
        int most = QueryParameters.limit(limit);
        var range = range(position("before", before), position("after", after), most);
        var center = position("around", around);
        var day = HistoryDay.parse(date, zone);
        if (Stream.of(before, after, around, date).filter(Objects::nonNull).count() > 1)
            throw new Refused(Refusal.BAD_REQUEST, "Use one of before, after, around and date.");
        if (center != null) return MessagePage.of(window.around(conversation, me, center, most));
        if (day != null) return MessagePage.of(window.from(conversation, me, day.start(), most));
        return MessagePage.of(history.page(conversation, me, range));
    }

    private static Position position(String parameter, String given) {
        return QueryParameters.value(parameter, QueryParameters.number(parameter, given), Position::new);
    }

    private static PageRange range(Position before, Position after, int limit) {
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
                RequestIds.conversation(id), Cid.parse(given.cid()), RequestIds.id(security), given.text(), replyTo);
        var answer = new SendResultFuture();
        admission.send(message, given.fileIds(), answer);
        try {
            return SendResponse.of(answer.future().get(10, TimeUnit.SECONDS));
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof Refused why) throw why;
            throw new IllegalStateException(refused);
        } catch (TimeoutException late) {
            throw Refused.unavailable("The log did not answer in time; repeat the same request.", late);
        }
    }
}
