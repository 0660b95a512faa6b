package parley.cluster.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The address and the account of a database server, without any proxy. */
public record DatabaseAddress(String host, int port, String name, String user, String password) {

    public Connection connect() throws SQLException {
        return connect(name);
    }

    Connection connect(String schema) throws SQLException {
        var url =
                "jdbc:mysql://%s:%d/%s?allowPublicKeyRetrieval=true&connectTimeout=3000".formatted(host, port, schema);
        return DriverManager.getConnection(url, user, password);
    }

    /** Whether the server accepts connections. */
    boolean isReachable() {
        try (var connection = connect()) {
            return connection.isValid(3);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * The external database of {@code ST_DB_HOST} and the other variables, or system properties of the same names. The
     * second {@link TestFork} appends {@code _2} to the name of the database.
     */
    static DatabaseAddress ofEnvironment() {
        return new DatabaseAddress(
                setting("ST_DB_HOST", Ports.HOST),
                Integer.parseInt(setting("ST_DB_PORT", "3306")),
                setting("ST_DB_NAME", "parley") + (TestFork.NUMBER == 1 ? "" : "_" + TestFork.NUMBER),
                setting("ST_DB_USER", "parley"),
                setting("ST_DB_PASSWORD", ""));
    }

    static boolean isInEnvironment() {
        return !setting("ST_DB_HOST", "").isEmpty();
    }

    private static String setting(String name, String otherwise) {
        var value = System.getProperty(name, System.getenv(name));
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** The configuration of a server that connects through a proxy. */
    public Map<String, String> environment(TcpProxy proxy) {
        return environment(Ports.HOST, proxy.port());
    }

    /** The configuration of a server that connects directly. */
    public Map<String, String> environment() {
        return environment(host, port);
    }

    private Map<String, String> environment(String reachedAt, int reachedPort) {
        return Map.of(
                "DB_HOST",
                reachedAt,
                "DB_PORT",
                Integer.toString(reachedPort),
                "DB_NAME",
                name,
                "DB_USER",
                user,
                "DB_PASSWORD",
                password);
    }
}
