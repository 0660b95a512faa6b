package parley.domain.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this installation serves people: then what is merely convenient is off. */
@ApplicationScoped
public class ProductionMode {

    @Inject
    @ConfigProperty(name = "parley.production", defaultValue = "false")
    boolean on;

    public boolean isOn() {
        return on;
    }
}
