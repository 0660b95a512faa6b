package parley.persister.maintenance.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Removes the beans of the persister in role {@code chat}, although chat-ear contains them: a channel without beans
 * joins no consumer group and takes no partitions from the persisters.
 */
public class RoleExtension implements Extension {

    private static final String PERSISTER = "parley.persister.";

    private final boolean chatOnly = ConfigProvider.getConfig()
            .getOptionalValue("parley.role", String.class)
            .orElse("all")
            .equals("chat");

    void consider(@Observes ProcessAnnotatedType<?> type) {
        if (chatOnly && type.getAnnotatedType().getJavaClass().getName().startsWith(PERSISTER)) type.veto();
    }
}
