package parley.web.ops.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Answers probes with UP or DOWN only. In production mode MicroProfile Health, which reports details, is on the
 * management port, and this servlet answers on the public port. In development mode it gets no requests.
 */
@WebServlet("/health/*")
public class PublicHealthProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(PublicHealthProbe.class.getName());

    @Inject
    @Startup
    transient Instance<HealthCheck> started;

    @Inject
    @Liveness
    transient Instance<HealthCheck> live;

    @Inject
    @Readiness
    transient Instance<HealthCheck> ready;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var checks = switch (String.valueOf(request.getPathInfo())) {
            case "/started" -> started;
            case "/live" -> live;
            case "/ready" -> ready;
            default -> null;
        };
        if (checks == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean up = checks.stream().allMatch(PublicHealthProbe::isUp);
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getWriter().write(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }

    private static boolean isUp(HealthCheck check) {
        try {
            return check.call().getStatus() == Status.UP;
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "A health check failed; it counts as down.", failed);
            return false;
        }
    }
}
