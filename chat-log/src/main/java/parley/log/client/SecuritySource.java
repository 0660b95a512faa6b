package parley.log.client;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Gives the channels' connector what {@link LogSecurity} gives the plain clients. */
public class SecuritySource implements ConfigSource {

    private static final String CONNECTOR = "mp.messaging.connector.liberty-kafka.";
    /** This source is asked for names while it asks for values: then it has none. */
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
