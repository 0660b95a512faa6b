package parley.log.client;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Configures the channels' connector with the properties of {@link LogSecurity}. */
public class SecuritySource implements ConfigSource {

    private static final String CONNECTOR = "mp.messaging.connector.liberty-kafka.";
    /** Set while this source reads the configuration, which in turn queries this source. */
    private static final ThreadLocal<Boolean> ASKING = new ThreadLocal<>();

    @Override
    public Set<String> getPropertyNames() {
        return properties().keySet().stream().map(name -> CONNECTOR + name).collect(Collectors.toSet());
    }

    @Override
    public String getValue(String name) {
        return name.startsWith(CONNECTOR) ? properties().get(name.substring(CONNECTOR.length())) : null;
    }

    private static Map<String, String> properties() {
        if (ASKING.get() != null) return Map.of();
        ASKING.set(true);
        try {
            return LogSecurity.properties(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
        } finally {
            ASKING.remove();
        }
    }

    @Override
    public int getOrdinal() {
        return 50;
    }

    @Override
    public String getName() {
        return "parley.log";
    }
}
