package parley.web.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import parley.web.platform.path.RequestPath;

/** Replaces the error pages of the container, which name classes and files. */
@WebServlet(ErrorPageServlet.ADDRESS)
public class ErrorPageServlet extends HttpServlet {

    static final String ADDRESS = "/error-page";

    private static final long serialVersionUID = 1L;
    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request cannot be read.",
            403, "This is not allowed.",
            404, "There is nothing at this address.",
            413, "The request is too large.");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            write(response, "", 404);
            return;
        }
        var uri = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
        write(response, RequestPath.within(request.getContextPath(), uri), status);
    }

    private static void write(HttpServletResponse response, String path, int status) throws IOException {
        var detail = DETAILS.getOrDefault(
                status, status < 500 ? "The request was refused." : "Something went wrong on our side.");
        if (HttpMethods.isApi(path)) {
            ProblemResponses.write(response, status, ProblemResponses.code(status), detail);
            return;
        }
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(status + " " + detail + "\n");
    }
}
