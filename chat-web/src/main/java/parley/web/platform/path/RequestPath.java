package parley.web.platform.path;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** What a request asks for, before the container has decided which servlet gets it. */
public final class RequestPath {

    private RequestPath() {}

    /** The path within the application, not decoded. */
    public static String of(HttpServletRequest request) {
        return within(request.getContextPath(), request.getRequestURI());
    }

    /**
     * The same for another address than that of the request.
     *
     * @param contextPath empty if the application is at the root
     */
    public static String within(String contextPath, String uri) {
        return uri.startsWith(contextPath) ? uri.substring(contextPath.length()) : uri;
    }

    /** Whether the request asks for a WebSocket, in any form that the container accepts. */
    public static boolean isHandshake(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Upgrade")).stream()
                .anyMatch(protocols -> protocols.toLowerCase(Locale.ROOT).contains("websocket"));
    }
}
