package parley.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Errors that leave the server without a body, as those of the container itself do, get one. */
@WebFilter("/api/*")
public class EmptyErrors extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Map<Integer, String> CODES = Map.of(
            403, "forbidden", 404, "not_found", 405, "method_not_allowed", 406, "not_acceptable", 415, "unsupported_media_type");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        if (status < 400 || response.isCommitted() || response.getContentType() != null) return;
        Problems.write(
                response, Problems.json(status, CODES.getOrDefault(status, "error"), "The request was refused.", null));
    }
}
