package parley.web.platform.problem;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.json.RecordJson;

/** Builds every {@code application/problem+json} response (RFC 9457), inside and outside of JAX-RS. */
public final class ProblemResponses {

    public static final String TYPE = "application/problem+json";
    public static final String UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type";

    /** RFC 9110, section 15.5.20. */
    static final int MISDIRECTED_REQUEST = 421;

    private ProblemResponses() {}

    public static Response response(Refused refused) {
        var response = Response.status(refused.why().status()).type(TYPE).entity(Problem.of(refused));
        if (refused.retryAfter() != null) response.header(HttpHeaders.RETRY_AFTER, seconds(refused));
        return response.build();
    }

    public static Response response(int status, String code, String detail) {
        return Response.status(status)
                .type(TYPE)
                .entity(Problem.of(status, code, detail))
                .build();
    }

    /** Answers a request that is refused before it reaches JAX-RS. */
    public static void write(HttpServletResponse response, Refused refused) {
        if (refused.retryAfter() != null) response.setHeader(HttpHeaders.RETRY_AFTER, seconds(refused));
        write(response, Problem.of(refused));
    }

    /** Answers a request that is refused before it reaches JAX-RS, for a reason that exists only in HTTP. */
    public static void write(HttpServletResponse response, int status, String code, String detail) {
        write(response, Problem.of(status, code, detail));
    }

    /** @param allowed the methods that the address supports */
    public static void methodNotAllowed(HttpServletResponse response, String allowed) {
        response.setHeader(HttpHeaders.ALLOW, allowed);
        write(response, 405, code(405), "This address does not support the method.");
    }

    /** @param detail which node serves the request */
    public static void misdirected(HttpServletResponse response, String detail) {
        write(response, MISDIRECTED_REQUEST, "misdirected_request", detail);
    }

    /** The code of an error that has no name other than its status. */
    static String code(int status) {
        return switch (status) {
            case 400 -> Refusal.BAD_REQUEST.code();
            case 401 -> Refusal.UNAUTHENTICATED.code();
            case 413 -> Refusal.TOO_LARGE.code();
            case 429 -> Refusal.RATE_LIMITED.code();
            case 500 -> "internal";
            case 503 -> Refusal.UNAVAILABLE.code();
            default -> {
                var known = Response.Status.fromStatusCode(status);
                yield known == null
                        ? "error"
                        : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '_');
            }
        };
    }

    private static void write(HttpServletResponse response, Problem problem) {
        response.setStatus(problem.status());
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().write(RecordJson.text(problem));
        } catch (IOException gone) {
            throw new UncheckedIOException("The connection closed before the response was written.", gone);
        }
    }

    private static String seconds(Refused refused) {
        return Long.toString(Math.max(1, (refused.retryAfter().toMillis() + 999) / 1000));
    }
}
