package parley.web.platform.trace;

import io.opentelemetry.api.trace.Span;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import parley.log.trace.RecordSpans;
import parley.log.trace.TraceContext;

/**
 * Activates a request's trace for its thread, and adds its ids to what is logged. A servlet filter, because it ends on
 * the thread on which it began.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class TraceFilter extends HttpFilter {

    /** Answered with the id of the request, which a proxy may have set. */
    static final String REQUEST_ID = "X-Request-Id";

    private static final long serialVersionUID = 1L;
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Inject
    private transient RecordSpans spans;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var trace = trace(request);
        var id = requestId(request.getHeader(REQUEST_ID), trace);
        response.setHeader(REQUEST_ID, id);
        try (var scope = trace.open();
                var traced = LogContext.open("traceId", trace.traceId());
                var identified = LogContext.open("requestId", id)) {
            chain.doFilter(request, response);
        }
    }

    /** While telemetry is on, the server has begun a span for the request. */
    private TraceContext trace(HttpServletRequest request) {
        if (spans.areOn()) {
            var span = Span.current().getSpanContext();
            if (span.isValid()) return RecordSpans.context(span);
        }
        return TraceContext.parse(request.getHeader(TraceContext.HEADER))
                .map(TraceContext::child)
                .orElseGet(TraceContext::random);
    }

    static String requestId(String given, TraceContext trace) {
        return given != null && VALID.matcher(given).matches() ? given : trace.parentId();
    }
}
