package parley.persister.maintenance.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** The one class of the persister that asks the system for the time. */
@Dependent
public class SystemTime {

    @Produces
    InstantSource time() {
        return InstantSource.system();
    }
}
