package parley.persister.maintenance.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How log and tables are looked after. */
@Dependent
public class KeepingSettings {

    /** How long the log keeps what is stored. */
    @Inject
    @ConfigProperty(name = "parley.persister.trimAfterDays", defaultValue = "7")
    int trimAfterDays;

    /** How often log and database are looked at. */
    @Inject
    @ConfigProperty(name = "parley.persister.watchSeconds", defaultValue = "10")
    int watchSeconds;

    Duration trimAfter() {
        return Duration.ofDays(trimAfterDays);
    }

    Duration watchTime() {
        return Duration.ofSeconds(watchSeconds);
    }
}
