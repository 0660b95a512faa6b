package parley.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import parley.domain.refusal.Refused;
import parley.web.frame.Shapes;

/** Refusals as {@code application/problem+json} (RFC 9457), in one place. */
public final class Problems {

    public static final String TYPE = "application/problem+json";

    private Problems() {}

    static String json(int status, String code, String detail, Refused refused) {
        var json = Shapes.object()
                .add("type", "urn:parley:problem:" + code)
                .add("title", Response.Status.fromStatusCode(status) == null
                        ? code
                        : Response.Status.fromStatusCode(status).getReasonPhrase())
                .add("status", status)
                .add("code", code)
                .add("detail", detail);
        if (refused != null && !refused.fields().isEmpty()) {
            var fields = Shapes.array();
            refused.fields().forEach((field, message) -> fields.add(
                    Shapes.object().add("field", field).add("message", message)));
            json.add("fields", fields);
        }
        if (refused != null && refused.serverTime() != null) json.add("serverTime", refused.serverTime().toString());
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

    static Response response(int status, String code, String detail) {
        return Response.status(status).type(TYPE).entity(json(status, code, detail, null)).build();
    }

    /** For what is refused before it reaches JAX-RS. */
    public static void write(HttpServletResponse response, Refused refused) {
        int status = refused.why().status();
        response.setStatus(status);
        if (refused.retryAfter() != null) response.setHeader(HttpHeaders.RETRY_AFTER, seconds(refused));
        write(response, json(status, refused.why().code(), refused.getMessage(), refused));
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
