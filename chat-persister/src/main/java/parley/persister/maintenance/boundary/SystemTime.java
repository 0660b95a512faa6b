package parley.persister.maintenance.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** The only class of the persister that reads the system clock. */
@Dependent
public class SystemTime {

    @Produces
    InstantSource time() {
        return InstantSource.system();
    }
}
