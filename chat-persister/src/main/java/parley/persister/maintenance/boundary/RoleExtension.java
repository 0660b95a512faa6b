package parley.persister.maintenance.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * In a process of the role {@code chat} nothing of the persister is there, although chat-ear carries it: a channel
 * whose beans are gone joins no consumer group, so that no partition is taken from those who store.
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
