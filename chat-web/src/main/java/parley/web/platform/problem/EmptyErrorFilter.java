package parley.web.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives a problem body to error responses without one, such as those of the container itself. */
@WebFilter("/api/*")
public class EmptyErrorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        if (status < 400 || response.isCommitted() || response.getContentType() != null) return;
        ProblemResponses.write(response, status, ProblemResponses.code(status), "The request was refused.");
    }
}
