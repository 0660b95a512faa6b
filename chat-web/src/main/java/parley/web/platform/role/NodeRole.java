package parley.web.platform.role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.log.role.ServerRole;
import parley.web.platform.path.RequestPath;

/** Whether this node serves sockets, REST or both. */
@ApplicationScoped
public class NodeRole {

    /** For a chat node whose proxy sends REST to other nodes. */
    @Inject
    @ConfigProperty(name = "parley.chat.socketsOnly", defaultValue = "false")
    boolean socketsOnly;

    private ServedParts parts;

    /** Reads the role at startup, so that an invalid configuration fails the start. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
        parts = ServedParts.of(ServerRole.configured(), socketsOnly);
    }

    public boolean hasSockets() {
        return parts.sockets();
    }

    public boolean hasRest() {
        return parts.rest();
    }

    /** Why this node does not serve the request; empty if it does. */
    public Optional<String> refusal(HttpServletRequest request) {
        return parts.refusal(RequestPath.of(request), RequestPath.isHandshake(request));
    }
}
