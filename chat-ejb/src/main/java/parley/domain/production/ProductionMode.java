package parley.domain.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this is a production installation; development conveniences are then off. */
@ApplicationScoped
public class ProductionMode {

    @Inject
    @ConfigProperty(name = "parley.production", defaultValue = "false")
    boolean on;

    public boolean isOn() {
        return on;
    }
}
