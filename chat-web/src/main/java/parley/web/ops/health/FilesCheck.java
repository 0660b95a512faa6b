package parley.web.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import parley.web.file.upload.StorageState;

/** Reports the storage of files. Messages without files do not need it, so a node without it stays ready. */
@ApplicationScoped
public class FilesCheck {

    @Inject
    StorageState storage;

    @Produces
    @Readiness
    HealthCheck files() {
        return () -> HealthCheckResponse.named("chat-files")
                .up()
                .withData("storage", storage.fault().orElse("usable"))
                .build();
    }
}
