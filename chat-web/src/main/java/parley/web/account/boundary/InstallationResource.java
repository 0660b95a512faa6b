package parley.web.account.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.web.account.signin.RegistrationPolicy;

@Path("installation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class InstallationResource {

    @Inject
    RegistrationPolicy policy;

    @GET
    @SecurityRequirements
    @Operation(summary = "Get the registration policy", description = "Does not require a session.")
    @APIResponseSchema(value = InstallationResponse.class, responseDescription = "The policy.")
    @APIResponse(responseCode = "429", ref = "RateLimited")
    public InstallationResponse installation() {
        return new InstallationResponse(policy.mode().code());
    }
}
