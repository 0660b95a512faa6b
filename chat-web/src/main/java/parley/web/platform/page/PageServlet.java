package parley.web.platform.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Sends the files of the page, compressed by the build. How long they are cached is set by a filter. */
@WebServlet({"", "/index.html", "/assets/*"})
public class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String START = "/index.html";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = pathOf(request);
        response.setHeader("Vary", "Accept-Encoding");
        for (var encoding : ContentEncoding.acceptedBy(request.getHeader("Accept-Encoding"))) {
            var content = read(path + encoding.suffix());
            if (content == null) continue;
            response.setHeader("Content-Encoding", encoding.token());
            send(path, content, request, response);
            return;
        }
        var content = read(path);
        if (content == null) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else send(path, content, request, response);
    }

    private void send(String path, byte[] content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = EntityTag.of(content);
        response.setHeader("ETag", tag.value());
        if (tag.matches(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(typeOf(path));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private byte[] read(String path) throws IOException {
        if (path.endsWith("/")) return null;
        try (var file = getServletContext().getResourceAsStream(path)) {
            return file == null ? null : file.readAllBytes();
        }
    }

    private String typeOf(String path) {
        var known = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (known != null) return known;
        var type = getServletContext().getMimeType(path);
        return type == null ? "application/octet-stream" : type;
    }

    private static String pathOf(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.isEmpty() || path.equals("/") ? START : path;
    }
}
