package parley.cli.backup;

import java.util.regex.Pattern;
import parley.cli.config.Variables;
import parley.cli.terminal.CliFailure;

/**
 * A database and how to connect to it.
 *
 * @param password empty for none
 * @param sslMode of Connector/J
 * @param trustStore null for none
 */
public record DatabaseTarget(
        String host,
        int port,
        String name,
        String user,
        String password,
        String sslMode,
        String trustStore,
        String trustStoreType,
        String trustStorePassword,
        boolean mayRetrieveKey) {

    private static final Pattern ADDRESS =
            Pattern.compile("([^:/\\s]+|\\[[0-9a-fA-F:]+]):([0-9]{1,5})/([A-Za-z0-9_$-]+)");

    /** The database of the nodes. */
    public static DatabaseTarget of(Variables settings) {
        return at(
                settings.require("DB_HOST"),
                settings.port("DB_PORT", 13_306),
                settings.get("DB_NAME", "parley"),
                settings);
    }

    /**
     * Another database with the same account and the same kind of connection.
     *
     * @param address such as {@code mysql-2.example.org:3306/parley}
     */
    public static DatabaseTarget of(String address, Variables settings) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) throw CliFailure.usage("not host:port/name: " + address);
        return at(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3), settings);
    }

    private static DatabaseTarget at(String host, int port, String name, Variables settings) {
        boolean isProduction = settings.get("PARLEY_PRODUCTION", "false").equals("true");
        return new DatabaseTarget(
                host,
                port,
                name,
                settings.get("DB_USER", "parley"),
                settings.get("DB_PASSWORD", ""),
                settings.get("DB_SSL_MODE", isProduction ? "VERIFY_IDENTITY" : "PREFERRED"),
                settings.find("DB_TRUSTSTORE").orElse(null),
                settings.get("DB_TRUSTSTORE_TYPE", "PKCS12"),
                settings.get("DB_TRUSTSTORE_PASSWORD", ""),
                settings.get("DB_PUBLIC_KEY_RETRIEVAL", "false").equals("true"));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }
}
