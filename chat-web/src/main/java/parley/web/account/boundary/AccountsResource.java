package parley.web.account.boundary;

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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.Directory;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Password;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refused;
import parley.domain.text.TextRules;
import parley.web.account.directory.ProfileLookup;
import parley.web.account.directory.UserRelay;
import parley.web.account.signin.PasswordHashingPool;
import parley.web.account.signin.RegistrationPolicy;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.json.UserResponse;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimited;
import parley.web.platform.rest.QueryParameters;

@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class AccountsResource {

    private static final String FIRST = "0";

    @Inject
    DatabaseGateway database;

    @Inject
    Accounts accounts;

    @Inject
    Directory directory;

    @Inject
    ProfileLookup profiles;

    @Inject
    UserRelay relay;

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

    @POST
    @RateLimited(LimitKind.REGISTRATION)
    @SecurityRequirements
    @Operation(
            summary = "Register an account",
            description =
                    "Does not require a session. GET /api/installation says whether registration needs an invitation.")
    @APIResponseSchema(value = UserResponse.class, responseCode = "201", responseDescription = "The new user.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "409", ref = "UsernameTaken")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response register(RegistrationRequest given) {
        policy.requireOpen(given.invitation());
        var username = new Username(given.username());
        var displayName = new DisplayName(given.displayName() == null ? given.username() : given.displayName());
        var password = new Password(given.password());
        var invitation = policy.require(username, given.invitation());
        database.run(() -> accounts.requireFree(username));
        var hash = hashing.run(() -> passwords.hash(password));
        var person = database.needed(() -> accounts.register(username, displayName, hash, invitation, clock.instant()));
        relay.wake();
        var event = SecurityEvent.of("registration").by(person).from(address.of(request));
        events.record(event.with("invitation", invitation.orElse(null)));
        return Response.status(Response.Status.CREATED)
                .entity(UserResponse.of(person))
                .build();
    }

    @GET
    @Operation(
            summary = "List or search users",
            description =
                    "Without q, all users by id. With q, the users whose username or display name contains every word of"
                            + " it, best match first. With ids, those users by id, also while the database is down;"
                            + " ids of nobody are left out.")
    @APIResponseSchema(value = UserPage.class, responseDescription = "A page of users.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "401", ref = "Unauthenticated")
    public UserPage people(
            @Parameter(description = "The words to search for.", example = "ada") @QueryParam("q") @DefaultValue("")
                    String q,
            @Parameter(description = "The next of the page before, with the same q.", example = "2-19")
                    @QueryParam("after")
                    @DefaultValue(FIRST)
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
                    String limit,
            @Parameter(
                            description =
                                    "1 to 100 user ids, separated by commas; not together with q, after or limit.",
                            example = "7,19")
                    @QueryParam("ids")
                    String ids) {
        if (ids != null) return named(ids, q.isEmpty() && after.equals(FIRST) && limit == null);
        int most = QueryParameters.limit(limit);
        var query = QueryParameters.value("q", q.strip(), TextRules::query);
        return query.isEmpty() ? everybody(QueryParameters.number("after", after), most) : found(query, after, most);
    }

    private UserPage named(String ids, boolean isAlone) {
        if (!isAlone) throw Refused.invalid(Map.of("ids", "ids: not together with q, after or limit"));
        return page(profiles.findAll(QueryParameters.value("ids", ids, UserIdList::parse)), null);
    }

    private UserPage everybody(long after, int most) {
        var people = database.needed(() -> directory.everybody(after, most + 1));
        boolean isLast = people.size() <= most;
        return page(
                people.stream().limit(most).toList(),
                isLast ? null : (Long) people.get(most - 1).id().value());
    }

    private UserPage found(String query, String after, int most) {
        var from = QueryParameters.value("after", after, DirectoryCursor::parse);
        var found = database.needed(() -> directory.find(query, from, most));
        return page(found.people(), found.next() == null ? null : found.next().toString());
    }

    private static UserPage page(List<UserProfile> people, Object next) {
        return new UserPage(people.stream().map(UserResponse::of).toList(), next);
    }
}
