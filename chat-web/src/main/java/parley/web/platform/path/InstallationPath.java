package parley.web.platform.path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The public path of this installation: {@code parley.path} behind a proxy that strips it, else the context root of the
 * application. Read at startup, so that an invalid configuration fails the start.
 */
@ApplicationScoped
public class InstallationPath {

    @Inject
    @ConfigProperty(name = "parley.path")
    Optional<String> configured;

    private PublicPath path;

    void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        path = of(configured, application.getContextPath());
    }

    static PublicPath of(Optional<String> configured, String contextPath) {
        try {
            var path = PublicPath.parse(configured.orElse(contextPath));
            if (!path.value().endsWith(contextPath))
                throw new IllegalArgumentException("\"" + path.value()
                        + "\" does not end with PARLEY_CONTEXT_ROOT, which is " + contextPath + ".");
            return path;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("parley.path: " + wrong.getMessage(), wrong);
        }
    }

    public PublicPath get() {
        return path;
    }
}
