package parley.web.platform.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import parley.web.platform.path.InstallationPath;
import parley.web.platform.path.RequestPath;

/**
 * Sends the files of the page, compressed by the build. How long they are cached is set by a filter. All addresses in them
 * are relative, so the page itself has to be requested with a slash at the end.
 */
@WebServlet({"", "/index.html", "/assets/*"})
public class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    @Inject
    transient InstallationPath installation;

    private transient PageFiles files;

    @Override
    public void init() {
        files = new PageFiles(getServletContext()::getResourceAsStream);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getContextPath().isEmpty() && RequestPath.of(request).isEmpty()) {
            response.setHeader("Location", installation.get().below("/"));
            response.setStatus(HttpServletResponse.SC_FOUND);
            return;
        }
        var path = pathOf(request);
        response.setHeader("Vary", "Accept-Encoding");
        for (var encoding : ContentEncoding.acceptedBy(request.getHeader("Accept-Encoding"))) {
            var tag = files.tag(path + encoding.suffix());
            if (tag == null) continue;
            response.setHeader("Content-Encoding", encoding.token());
            send(path, path + encoding.suffix(), tag, request, response);
            return;
        }
        var tag = files.tag(path);
        if (tag == null) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else send(path, path, tag, request, response);
    }

    private void send(String path, String file, EntityTag tag, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", tag.value());
        if (tag.matches(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var content = files.read(file);
        response.setContentType(typeOf(path));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private String typeOf(String path) {
        var known = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (known != null) return known;
        var type = getServletContext().getMimeType(path);
        return type == null ? "application/octet-stream" : type;
    }

    private static String pathOf(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.isEmpty() || path.equals("/") ? PageFiles.START : path;
    }
}
