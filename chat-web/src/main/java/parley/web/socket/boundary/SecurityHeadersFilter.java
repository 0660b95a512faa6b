package parley.web.socket.boundary;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.Set;

/** Sets the headers that depend on the resource or the request; server.xml sets all others. */
@WebFilter("/*")
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Whatever a file contains, it does not run, and is not of our origin. */
    private static final String SANDBOX = NOTHING + "; sandbox";

    private static final String FOR_A_YEAR = "max-age=31536000";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", FOR_A_YEAR);
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var kind = ResourceKind.of(path);
        if (!kind.isPage())
            response.setHeader("Content-Security-Policy", kind == ResourceKind.FILE ? SANDBOX : NOTHING);
        boolean read = Set.of("GET", "HEAD").contains(request.getMethod());
        boolean lasting = kind == ResourceKind.HASHED && read && exists(path);
        response.setHeader("Cache-Control", lasting ? "public, " + FOR_A_YEAR + ", immutable" : caching(kind, read));
        // The response of a handshake must not be wrapped, because the container unwraps it.
        chain.doFilter(request, kind == ResourceKind.SOCKET ? response : new NoStoreOnErrors(response));
    }

    private static String caching(ResourceKind kind, boolean read) {
        return switch (kind) {
            case PAGE -> "no-cache";
            case FILE -> read ? "private, no-cache" : "no-store";
            case API, SOCKET, HASHED -> "no-store";
        };
    }

    private boolean exists(String path) throws MalformedURLException {
        return getServletContext().getResource(path) != null;
    }

    /** Errors are not cached, because the resource may exist a minute later. */
    private static final class NoStoreOnErrors extends HttpServletResponseWrapper {

        NoStoreOnErrors(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            noStoreFrom(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            noStoreFrom(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            noStoreFrom(status);
            super.sendError(status, message);
        }

        private void noStoreFrom(int status) {
            if (status >= 400) setHeader("Cache-Control", "no-store");
        }
    }
}
