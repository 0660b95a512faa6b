package parley.log.role;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Enables the channels of this process according to its role, before any bean exists. */
public class RoleSource implements ConfigSource {

    private static final String CHAT = "parley.chat.enabled";
    private static final String PERSISTER = "parley.persister.enabled";

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(CHAT, PERSISTER);
    }

    @Override
    public String getValue(String name) {
        return switch (name) {
            case CHAT -> Boolean.toString(ServerRole.configured().isNode());
            case PERSISTER -> Boolean.toString(ServerRole.configured().isPersister());
            default -> null;
        };
    }

    @Override
    public int getOrdinal() {
        return 50;
    }

    @Override
    public String getName() {
        return "parley.role";
    }
}
