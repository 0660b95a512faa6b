package parley.web.own.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.UserProfile;
import parley.web.account.signin.Operators;
import parley.web.account.signin.SessionCookie;
import parley.web.account.signin.SessionTokens;
import parley.web.own.part.OwnProfile;
import parley.web.own.part.OwnStateResponse;
import parley.web.own.sync.OwnStateChanges;
import parley.web.own.sync.OwnStateReader;
import parley.web.platform.request.ClientName;
import parley.web.platform.rest.AuthenticatedUser;

@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Own state")
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "429", ref = "RateLimited")
@APIResponse(responseCode = "503", ref = "Unavailable")
public class MeResource {

    @Inject
    OwnStateReader reader;

    @Inject
    OwnStateChanges changes;

    @Inject
    Operators operators;

    @Inject
    SessionTokens tokens;

    @Inject
    SessionCookie cookie;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @GET
    @Operation(
            summary = "Get everything that only the caller sees",
            description =
                    "Profile, drafts, settings, status, sidebar, preferences and blocks. While the database is down, what"
                            + " the node knew last, with fresh false.")
    @APIResponseSchema(value = OwnStateResponse.class, responseDescription = "The caller's own state.")
    public OwnStateResponse me() {
        return reader.read(caller().person());
    }

    @PATCH
    @Operation(
            summary = "Change the caller's profile",
            description =
                    "The name in the session cookie changes too; other tokens keep the old one until they expire.")
    @APIResponseSchema(
            value = OwnProfile.class,
            responseCode = "200",
            responseDescription = "The profile after the change.")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "408", ref = "RequestTimeout")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "415", ref = "UnsupportedMediaType")
    public Response rename(ProfileRequest given) {
        var me = caller();
        var person =
                new UserProfile(me.person().id(), me.person().username(), new DisplayName(given.displayName()).value());
        changes.rename(person, ClientName.of(headers));
        var response = Response.ok(OwnProfile.of(person, operators.has(person)));
        boolean hasCookie = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && cookie.read(request).isPresent();
        if (hasCookie) response.cookie(cookie.of(tokens.renamed(me, person).text(), request));
        return response.build();
    }

    private AuthenticatedUser caller() {
        return (AuthenticatedUser) security.getUserPrincipal();
    }
}
