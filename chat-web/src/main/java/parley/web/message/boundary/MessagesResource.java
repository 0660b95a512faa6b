package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
import parley.domain.identity.Cid;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.PageRange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.message.admission.AdmissionControl;
import parley.web.message.history.MessageHistory;
import parley.web.platform.json.JsonViews;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimited;
import parley.web.platform.rest.RequestFields;
import parley.web.platform.rest.RequestIds;

@Path("conversations/{id}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MessagesResource {

    @Inject
    MessageHistory history;

    @Inject
    AdmissionControl intake;

    @Context
    SecurityContext security;

    public record Posting(
            @NotNull(message = "is needed") String cid,
            @NotNull(message = "is needed") String body,
            Long replyTo) {}

    @GET
    public String page(
            @PathParam("id") String id,
            @QueryParam("before") String beforePos,
            @QueryParam("after") String afterPos,
            @QueryParam("limit") String limit) {
        var conversation = RequestIds.conversation(id);
        int most = RequestFields.limit(limit, 50);
        var before = RequestFields.number("before", beforePos);
        var after = RequestFields.number("after", afterPos);
        if (before != null && after != null)
            throw new Refused(Refusal.BAD_REQUEST, "Either before or after, not both.");
        var fields = new RequestFields();
        var range = fields.take("pos", most, n -> {
            if (before != null) return PageRange.before(new Position(before), n);
            return after != null ? PageRange.after(new Position(after), n) : PageRange.newest(n);
        });
        fields.require();
        var page = history.page(conversation, RequestIds.id(security), range);
        var items = JsonViews.array();
        page.items().stream().map(JsonViews::message).forEach(items::add);
        var json = JsonViews.object().add("items", items);
        if (page.next() != null) json.add("next", page.next().value());
        return json.add("fresh", page.fresh()).build().toString();
    }

    @POST
    @RateLimited(LimitKind.SEND)
    public String post(@PathParam("id") String id, Posting given) throws InterruptedException {
        var fields = new RequestFields();
        var cid = fields.take("cid", given.cid(), Cid::parse);
        var body = fields.take("body", given.body(), Body::of);
        var replyTo = given.replyTo() == null ? null : fields.take("replyTo", given.replyTo(), Position::new);
        fields.require();
        var answer = new SendResultFuture();
        intake.send(
                new LogEntry.Message(RequestIds.conversation(id), cid, RequestIds.id(security), body, replyTo), answer);
        try {
            var accepted = answer.future().get(10, TimeUnit.SECONDS);
            return JsonViews.object()
                    .add("pos", accepted.place().pos().value())
                    .add("ts", accepted.place().ts().toString())
                    .add("dup", accepted.dup())
                    .build()
                    .toString();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof Refused why) throw why;
            throw new IllegalStateException(refused);
        } catch (TimeoutException late) {
            throw Refused.unavailable("The log has not answered in time; the same post can be repeated.", late);
        }
    }
}
