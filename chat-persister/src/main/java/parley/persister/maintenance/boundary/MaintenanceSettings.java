package parley.persister.maintenance.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Intervals of the log maintenance. */
@Dependent
public class MaintenanceSettings {

    /** How long the log keeps stored records. */
    @Inject
    @ConfigProperty(name = "parley.persister.trimAfterDays", defaultValue = "7")
    int trimAfterDays;

    /** How often log and database are checked. */
    @Inject
    @ConfigProperty(name = "parley.persister.watchSeconds", defaultValue = "10")
    int watchSeconds;

    Duration trimAfter() {
        return Duration.ofDays(trimAfterDays);
    }

    Duration checkInterval() {
        return Duration.ofSeconds(watchSeconds);
    }
}
