package parley.log.role;

import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Enables the channels of this process according to {@code parley.role}, before any bean exists. */
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
            case CHAT -> Boolean.toString(!"persister".equals(role()));
            case PERSISTER -> Boolean.toString(!"chat".equals(role()));
            default -> null;
        };
    }

    private static String role() {
        return ConfigProvider.getConfig()
                .getOptionalValue("parley.role", String.class)
                .orElse("all");
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
