package parley.web.platform.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.sql.SqlState;

/** Maps every exception of a REST call to a problem: an invalid request, an outage, or an internal error. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ThrowableMapper.class.getName());

    @Override
    public Response toResponse(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return ProblemResponses.response(refused);
                }
                case WebApplicationException web -> {
                    return web(web.getResponse());
                }
                default -> {}
            }
        }
        if (SqlState.isOutage(failed)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The database is unavailable; the client is asked to retry: {0}",
                    failed.toString());
            return ProblemResponses.response(Refused.unavailable(
                    "The database is unavailable. Live messages still work; try again in a moment.", failed));
        }
        LOG.log(System.Logger.Level.ERROR, "A request failed with an internal error.", failed);
        return ProblemResponses.response(500, "internal", "Something went wrong on our side.");
    }

    private static Response web(Response response) {
        int status = response.getStatus();
        boolean isProblem = response.getMediaType() != null
                && response.getMediaType().toString().startsWith(ProblemResponses.TYPE);
        // The response to OPTIONS comes as an exception too.
        if (status < 400 || isProblem) return response;
        if (status == 404)
            return ProblemResponses.response(404, Refusal.NOT_FOUND.code(), "There is nothing at this address.");
        var known = Response.Status.fromStatusCode(status);
        var problem = ProblemResponses.response(
                status, ProblemResponses.code(status), (known == null ? "Refused" : known.getReasonPhrase()) + ".");
        var allowed = response.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }
}
