package parley.web.account.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.Directory;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Password;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.domain.text.TextRules;
import parley.web.account.signin.PasswordHashingPool;
import parley.web.account.signin.RegistrationPolicy;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.json.JsonViews;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimited;
import parley.web.platform.rest.RequestFields;

@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    DatabaseGateway database;

    @Inject
    Accounts accounts;

    @Inject
    Directory directory;

    @Inject
    Passwords passwords;

    @Inject
    PasswordHashingPool hashing;

    @Inject
    RegistrationPolicy policy;

    @Inject
    SecurityEvents events;

    @Inject
    ClientAddress address;

    @Context
    HttpServletRequest request;

    @Inject
    LogClock clock;

    public record Registration(
            @NotNull(message = "is needed") String username,
            @NotNull(message = "is needed") String password,
            String displayName,
            String invitation) {}

    @POST
    @RateLimited(LimitKind.REGISTRATION)
    public Response register(Registration given) {
        var fields = new RequestFields();
        policy.requireOpen(given.invitation());
        var username = fields.take("username", given.username(), Username::new);
        var display = given.displayName() == null ? given.username() : given.displayName();
        var password =
                fields.take("password", given.password(), typed -> Password.chosen(typed, given.username(), display));
        var displayName = fields.take("displayName", display, DisplayName::new);
        fields.require();
        var invitation = policy.require(username, given.invitation());
        database.run(() -> accounts.requireFree(username));
        var hash = hashing.run(() -> passwords.hash(password));
        var person = database.needed(() -> accounts.register(username, displayName, hash, invitation, clock.instant()));
        var event = SecurityEvent.of("registration").by(person).from(address.of(request));
        events.record(event.with("invitation", invitation.orElse(null)));
        return Response.status(Response.Status.CREATED)
                .entity(JsonViews.person(person).build().toString())
                .build();
    }

    @GET
    public String people(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") String limit) {
        int most = RequestFields.limit(limit, 50);
        var fields = new RequestFields();
        var query = fields.take("q", q.strip(), TextRules::query);
        fields.require();
        return query.isEmpty() ? everybody(RequestFields.number("after", after), most) : found(query, after, most);
    }

    private String everybody(long after, int most) {
        var people = database.needed(() -> directory.everybody(after, most + 1));
        var page = page(people.stream().limit(most).toList());
        if (people.size() > most) page.add("next", people.get(most - 1).id().value());
        return page.build().toString();
    }

    private String found(String query, String after, int most) {
        var fields = new RequestFields();
        var from = fields.take("after", after, DirectoryCursor::parse);
        fields.require();
        var found = database.needed(() -> directory.find(query, from, most));
        var page = page(found.people());
        if (found.next() != null) page.add("next", found.next().toString());
        return page.build().toString();
    }

    private static JsonObjectBuilder page(List<UserProfile> people) {
        var items = JsonViews.array();
        people.stream().map(JsonViews::person).forEach(items::add);
        return JsonViews.object().add("items", items);
    }
}
