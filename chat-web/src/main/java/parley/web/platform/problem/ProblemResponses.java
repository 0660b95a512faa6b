package parley.web.platform.problem;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.json.JsonViews;

/** Refusals as {@code application/problem+json} (RFC 9457), in one place. */
public final class ProblemResponses {

    public static final String TYPE = "application/problem+json";
    public static final String UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type";

    private ProblemResponses() {}

    static String json(int status, String code, String detail, Refused refused) {
        var json = JsonViews.object()
                .add("type", "urn:parley:problem:" + code)
                .add(
                        "title",
                        Response.Status.fromStatusCode(status) == null
                                ? code
                                : Response.Status.fromStatusCode(status).getReasonPhrase())
                .add("status", status)
                .add("code", code)
                .add("detail", detail);
        if (refused != null && !refused.fields().isEmpty()) {
            var fields = JsonViews.array();
            refused.fields()
                    .forEach((field, message) ->
                            fields.add(JsonViews.object().add("field", field).add("message", message)));
            json.add("fields", fields);
        }
        if (refused != null && refused.serverTime() != null)
            json.add("serverTime", refused.serverTime().toString());
        return json.build().toString();
    }

    public static Response response(Refused refused) {
        int status = refused.why().status();
        var response = Response.status(status)
                .type(TYPE)
                .entity(json(status, refused.why().code(), refused.getMessage(), refused));
        if (refused.retryAfter() != null) response.header(HttpHeaders.RETRY_AFTER, seconds(refused));
        return response.build();
    }

    public static Response response(int status, String code, String detail) {
        return Response.status(status)
                .type(TYPE)
                .entity(json(status, code, detail, null))
                .build();
    }

    /** For what is refused before it reaches JAX-RS. */
    public static void write(HttpServletResponse response, Refused refused) {
        int status = refused.why().status();
        response.setStatus(status);
        if (refused.retryAfter() != null) response.setHeader(HttpHeaders.RETRY_AFTER, seconds(refused));
        write(response, json(status, refused.why().code(), refused.getMessage(), refused));
    }

    /** For what is refused before it reaches JAX-RS, and has no meaning but in HTTP. */
    public static void write(HttpServletResponse response, int status, String code, String detail) {
        response.setStatus(status);
        write(response, json(status, code, detail, null));
    }

    /** @param allowed the methods that the address takes */
    public static void methodNotAllowed(HttpServletResponse response, String allowed) {
        response.setHeader(HttpHeaders.ALLOW, allowed);
        write(response, 405, code(405), "This method is not served here.");
    }

    /** The code of an error that has no other name than its status. */
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

    static void write(HttpServletResponse response, String json) {
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().write(json);
        } catch (IOException gone) {
            throw new UncheckedIOException("The caller was gone before the answer.", gone);
        }
    }

    private static String seconds(Refused refused) {
        return Long.toString(Math.max(1, (refused.retryAfter().toMillis() + 999) / 1000));
    }
}
