package parley.web.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.sql.SqlState;

/** Whatever goes wrong behind REST becomes one problem: what the caller did, what is away, or what we did. */
@Provider
public class AnyProblem implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(AnyProblem.class.getName());

    @Override
    public Response toResponse(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return Problems.response(refused);
                }
                case JsonbException wrong -> {
                    return Problems.response(400, "bad_request", "The body is not the JSON that this call takes.");
                }
                case JsonException wrong -> {
                    return Problems.response(400, "bad_request", "The body is not JSON.");
                }
                case WebApplicationException web -> {
                    return web(web.getResponse());
                }
                default -> {}
            }
        }
        if (SqlState.isOutage(failed)) {
            LOG.log(System.Logger.Level.WARNING, "The database is away; the caller is asked to try again: {0}", failed.toString());
            return Problems.response(Refused.unavailable(
                    "The database cannot be reached now. Chats go on; please try this again in a moment.", failed));
        }
        LOG.log(System.Logger.Level.ERROR, "A request failed; its caller is told that this is our fault.", failed);
        return Problems.response(500, "internal", "Something went wrong on our side.");
    }

    private static Response web(Response response) {
        int status = response.getStatus();
        if (status == 404) return Problems.response(404, Refusal.NOT_FOUND.code(), "There is nothing at this address.");
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "error" : known.getReasonPhrase();
        return Problems.response(status, title.toLowerCase(Locale.ROOT).replace(' ', '_'), title + ".");
    }
}
