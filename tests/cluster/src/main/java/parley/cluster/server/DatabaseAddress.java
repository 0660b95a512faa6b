package parley.cluster.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Where the database is, past every link. */
public record DatabaseAddress(String host, int port, String name, String user, String password) {

    public Connection connect() throws SQLException {
        return connect(name);
    }

    Connection connect(String schema) throws SQLException {
        var url =
                "jdbc:mysql://%s:%d/%s?allowPublicKeyRetrieval=true&connectTimeout=3000".formatted(host, port, schema);
        return DriverManager.getConnection(url, user, password);
    }

    /** What a server is told that reaches it over a link. */
    public Map<String, String> environment(TcpProxy link) {
        return environment(Ports.HOST, link.port());
    }

    /** What a server is told that reaches it without one. */
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
