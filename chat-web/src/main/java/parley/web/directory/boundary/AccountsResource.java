package parley.web.directory.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Password;
import parley.domain.account.entity.Username;
import parley.web.database.Database;
import parley.web.frame.Shapes;
import parley.web.node.LogClock;

@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    Database database;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    LogClock clock;

    public record Registration(String username, String password, String displayName) {}

    @POST
    public Response register(Registration given) {
        var fields = new Fields();
        Fields.body(given);
        var username = fields.take("username", given.username(), Username::new);
        var password = fields.take("password", given.password(), Password::new);
        var display = given.displayName() == null ? given.username() : given.displayName();
        var displayName = fields.take("displayName", display, DisplayName::new);
        fields.require();
        var hash = passwords.hash(password);
        var person = database.needed(() -> accounts.register(username, displayName, hash, clock.instant()));
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
        var from = Fields.number("after", after);
        var people = database.needed(() -> accounts.directory(q.strip(), from, most + 1));
        var items = Shapes.array();
        people.stream().limit(most).map(Shapes::person).forEach(items::add);
        var page = Shapes.object().add("items", items);
        if (people.size() > most) page.add("next", people.get(most - 1).id().value());
        return page.build().toString();
    }
}
