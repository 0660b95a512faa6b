package parley.persister.maintenance.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import parley.log.role.ServerRole;

/**
 * Removes the beans of the persister unless that is the role, although chat-ear contains them: a channel without beans
 * joins no consumer group and takes no partitions from the persisters. Both artifacts contain this, so an unknown role
 * fails the start here.
 */
public class RoleExtension implements Extension {

    private static final System.Logger LOG = System.getLogger(RoleExtension.class.getName());
    private static final String PERSISTER = "parley.persister.";

    private ServerRole role;

    void begin(@Observes BeforeBeanDiscovery event) {
        try {
            role = ServerRole.configured();
        } catch (IllegalArgumentException unknown) {
            // The container's own message puts the sentence below a stack trace.
            LOG.log(System.Logger.Level.ERROR, "Parley does not start: " + unknown.getMessage());
            throw unknown;
        }
    }

    void consider(@Observes ProcessAnnotatedType<?> type) {
        boolean ours = type.getAnnotatedType().getJavaClass().getName().startsWith(PERSISTER);
        if (ours && !role.isPersister()) type.veto();
    }
}
