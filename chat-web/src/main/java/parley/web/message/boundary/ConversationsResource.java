package parley.web.message.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.domain.conversation.boundary.ConversationViews;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.entity.ConversationChange;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.conversation.entity.Title;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.membership.relay.MembershipChangeWait;
import parley.web.message.history.OfflineConversationList;
import parley.web.message.history.TailOverlay;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;
import parley.web.platform.json.JsonViews;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimited;
import parley.web.platform.rest.RequestFields;
import parley.web.platform.rest.RequestIds;
import parley.web.presence.signal.EphemeralEvents;

@Path("conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConversationsResource {

    private static final System.Logger LOG = System.getLogger(ConversationsResource.class.getName());

    @Inject
    DatabaseGateway database;

    @Inject
    Conversations conversations;

    @Inject
    ConversationViews views;

    @Inject
    TailOverlay recent;

    @Inject
    MembershipChangeWait announcements;

    @Inject
    LogClock clock;

    @Inject
    OfflineConversationList known;

    @Inject
    EphemeralEvents signals;

    @Inject
    MembershipAudit audit;

    @Context
    SecurityContext security;

    @Context
    HttpServletRequest request;

    public record Group(
            @NotNull(message = "is needed") String title,

            @NotEmpty(message = "at least one user id is needed")
            List<Long> members) {}

    public record Renaming(@NotNull(message = "is needed") String title) {}

    @GET
    public String list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        int most = RequestFields.limit(limit, 50);
        var from = after == null
                ? ConversationListCursor.NEWEST
                : new RequestFields().take("after", after, ConversationListCursor::parse);
        if (from == null) throw Refused.invalid(Map.of("after", ConversationListCursor.RULE));
        var found = page(from, most + 1);
        var items = JsonViews.array();
        found.stream().limit(most).map(JsonViews::conversation).forEach(items::add);
        var page = JsonViews.object().add("items", items);
        if (found.size() > most)
            page.add("next", ConversationListCursor.of(found.get(most - 1)).toString());
        return page.build().toString();
    }

    private List<ConversationView> page(ConversationListCursor from, int limit) {
        var me = me();
        var asOf = known.asOf();
        try {
            var stored = database.quick(() -> views.page(me, from.at(), from.id(), limit));
            known.remember(me, stored, asOf);
            return stored.stream().map(view -> recent.over(view, me)).toList();
        } catch (DatabaseUnavailable down) {
            return known.page(me, from.at(), from.id(), limit);
        }
    }

    @PUT
    @Path("direct/{user}")
    @Consumes(MediaType.WILDCARD)
    @RateLimited(LimitKind.CONVERSATION)
    public Response direct(@PathParam("user") String user) {
        var me = me();
        var other = RequestIds.user(user);
        ConversationChange change;
        try {
            change = database.needed(() -> conversations.direct(me, other, clock.instant()));
        } catch (Refused refused) {
            if (refused.why() != Refusal.CONFLICT) throw refused;
            change = database.needed(() -> conversations.direct(me, other, clock.instant()));
        }
        return answer(change);
    }

    @POST
    @RateLimited(LimitKind.CONVERSATION)
    public Response group(Group given) {
        var fields = new RequestFields();
        var title = fields.take("title", given.title(), Title::new);
        var members = fields.take("members", given.members(), ConversationsResource::users);
        fields.require();
        var me = me();
        return answer(database.needed(() -> conversations.group(me, title.value(), members, clock.instant())));
    }

    @GET
    @Path("{id}")
    public String one(@PathParam("id") String id) {
        return JsonViews.conversation(find(RequestIds.conversation(id))).build().toString();
    }

    @PATCH
    @Path("{id}")
    public String rename(@PathParam("id") String id, Renaming given) {
        var fields = new RequestFields();
        var title = fields.take("title", given.title(), Title::new);
        fields.require();
        var conversation = RequestIds.conversation(id);
        var me = me();
        database.run(() -> conversations.rename(conversation, me, title.value()));
        tellAll(conversation);
        return JsonViews.conversation(find(conversation)).build().toString();
    }

    /** The name is changed, whether or not those who are connected can be told now. */
    private void tellAll(ConversationId conversation) {
        try {
            signals.renamed(conversation);
        } catch (Refused away) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Nobody is told that conversation {0} was renamed; the next list shows it.",
                    conversation);
        }
    }

    @GET
    @Path("{id}/members")
    public String members(
            @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") String limit) {
        int most = RequestFields.limit(limit, 50);
        var conversation = find(RequestIds.conversation(id)).id();
        var from = RequestFields.number("after", after);
        var found = database.needed(() -> views.members(conversation, from, most + 1));
        var items = JsonViews.array();
        found.stream().limit(most).map(JsonViews::member).forEach(items::add);
        var page = JsonViews.object().add("items", items);
        if (found.size() > most) page.add("next", found.get(most - 1).user().value());
        return page.build().toString();
    }

    @PUT
    @Path("{id}/members/{user}")
    @Consumes(MediaType.WILDCARD)
    public Response add(@PathParam("id") String id, @PathParam("user") String user, RoleRequest given) {
        var conversation = RequestIds.conversation(id);
        var me = me();
        var added = RequestIds.user(user);
        var role = given.wanted();
        var change = database.needed(() -> conversations.add(conversation, me, added, role, clock.instant()));
        audit.changed(security, request, change);
        return answer(change);
    }

    @DELETE
    @Path("{id}/members/{user}")
    @Consumes(MediaType.WILDCARD)
    public Response remove(@PathParam("id") String id, @PathParam("user") String user) {
        var conversation = RequestIds.conversation(id);
        var me = me();
        var removed = RequestIds.user(user);
        var change = database.needed(() -> conversations.remove(conversation, me, removed, clock.instant()));
        audit.changed(security, request, change);
        announcements.await(change.owed());
        return Response.noContent().build();
    }

    private Response answer(ConversationChange change) {
        announcements.await(change.owed());
        return Response.status(change.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(JsonViews.conversation(find(change.conversation()))
                        .build()
                        .toString())
                .build();
    }

    private ConversationView find(ConversationId conversation) {
        return look(conversation).orElseThrow(() -> Refused.notFound("There is no conversation " + conversation + "."));
    }

    private Optional<ConversationView> look(ConversationId conversation) {
        var me = me();
        var asOf = known.asOf();
        try {
            var stored = database.quick(() -> views.find(conversation, me));
            known.remember(me, stored.stream().toList(), asOf);
            return stored.map(view -> recent.over(view, me));
        } catch (DatabaseUnavailable down) {
            return known.find(conversation, me);
        }
    }

    private UserId me() {
        return RequestIds.id(security);
    }

    private static Set<UserId> users(List<Long> ids) {
        return ids.stream().map(UserId::new).collect(Collectors.toSet());
    }
}
