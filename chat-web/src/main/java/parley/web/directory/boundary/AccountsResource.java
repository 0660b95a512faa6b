package parley.web.directory.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import parley.domain.account.boundary.Accounts;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Password;
import parley.domain.account.entity.Username;
import parley.web.audit.SecurityEvent;
import parley.web.audit.SecurityEvents;
import parley.web.frame.Shapes;
import parley.web.limits.ClientAddress;
import parley.web.limits.Limit;
import parley.web.limits.Limited;
import parley.web.node.LogClock;
import parley.web.signin.Hashing;
import parley.web.signin.RegistrationPolicy;

@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Hashing hashing;

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

    public record Registration(String username, String password, String displayName, String invitation) {}

    @POST
    @Limited(Limit.REGISTRATION)
    public Response register(Registration given) {
        var fields = new Fields();
        Fields.body(given);
        policy.requireOpen(given.invitation());
        var username = fields.take("username", given.username(), Username::new);
        var password = fields.take("password", given.password(), Password::new);
        var display = given.displayName() == null ? given.username() : given.displayName();
        var displayName = fields.take("displayName", display, DisplayName::new);
        fields.require();
        var invitation = policy.require(username, given.invitation());
        accounts.requireFree(username);
        var hash = hashing.run(() -> passwords.hash(password));
        var person = accounts.register(username, displayName, hash, invitation, clock.instant());
        var event = SecurityEvent.of("registration").by(person).from(address.of(request));
        events.record(event.with("invitation", invitation.orElse(null)));
        return Response.status(Response.Status.CREATED)
                .entity(Shapes.person(person).build().toString())
                .build();
    }

    @GET
    public String directory(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") String limit) {
        int most = Fields.limit(limit, 50);
        var people = accounts.directory(q.strip(), Fields.number("after", after), most + 1);
        var items = Shapes.array();
        people.stream().limit(most).map(Shapes::person).forEach(items::add);
        var page = Shapes.object().add("items", items);
        if (people.size() > most) page.add("next", people.get(most - 1).id().value());
        return page.build().toString();
    }
}
