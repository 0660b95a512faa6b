package parley.web.account.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import parley.web.account.signin.RegistrationPolicy;
import parley.web.platform.json.JsonViews;

/** What the page has to know before anybody has signed in. */
@Path("installation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstallationResource {

    @Inject
    RegistrationPolicy policy;

    @GET
    @Operation(
            summary = "Whether people may register: open, invited or closed",
            description = "For everybody, signed in or not.")
    public String installation() {
        return JsonViews.object()
                .add("registration", policy.mode().code())
                .build()
                .toString();
    }
}
