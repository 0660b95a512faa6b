package parley.devservices.launch;

import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Provides the addresses of broker and database by starting them, if no other source has them. */
public final class EmbeddedConfigSource implements ConfigSource {

    static final String NAME = "parley-embedded";
    static final String KAFKA = "kafka.bootstrap.servers";
    static final String DB_HOST = "db.host";
    static final String DB_PORT = "db.port";

    private static final Set<String> KEYS = Set.of(KAFKA, DB_HOST, DB_PORT);
    private static final int LOWEST = -1_000_000;

    @Override
    public String getValue(String name) {
        if (!KEYS.contains(name) || !Launch.isWanted()) return null;
        var missing = new Missing(!isConfigured(KAFKA), !isConfigured(DB_HOST));
        if (!missing.covers(name)) return null;
        return Launcher.addresses(missing).get(name);
    }

    /** MicroProfile Config may query a source of low ordinal even if another one has the value. */
    private static boolean isConfigured(String name) {
        if (Setting.of(name).isPresent()) return true;
        for (var source : ConfigProvider.getConfig().getConfigSources()) {
            if (!NAME.equals(source.getName())
                    && Setting.text(source.getValue(name)).isPresent()) return true;
        }
        return false;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getOrdinal() {
        return LOWEST;
    }
}
