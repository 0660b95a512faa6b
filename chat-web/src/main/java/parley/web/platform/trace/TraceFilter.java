package parley.web.platform.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import parley.log.trace.TraceContext;

/** Activates a request's trace for its thread. A servlet filter, because it ends on the thread on which it began. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class TraceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var trace = TraceContext.parse(request.getHeader(TraceContext.HEADER))
                .map(TraceContext::child)
                .orElseGet(TraceContext::random);
        try (var scope = trace.open()) {
            chain.doFilter(request, response);
        }
    }
}
