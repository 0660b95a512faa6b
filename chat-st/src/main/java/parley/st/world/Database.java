package parley.st.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The database and the relay before it: ours (MariaDB), or one from outside by ST_DB_HOST and the rest. */
public final class Database {

    private final String host = setting("ST_DB_HOST", Ports.HOST);
    private final int port = Integer.parseInt(setting("ST_DB_PORT", Integer.toString(Ports.free())));
    private final String name = setting("ST_DB_NAME", "parley");
    private final String user = setting("ST_DB_USER", "parley");
    private final String password = setting("ST_DB_PASSWORD", "");
    private final Child child = isOurs() ? new Child("database", 0, port) : null;
    private boolean made;
    private final Relay relay = new Relay(host, port);

    private static String setting(String name, String otherwise) {
        var value = System.getProperty(name, System.getenv(name));
        return value == null || value.isBlank() ? otherwise : value;
    }

    public boolean isOurs() {
        return setting("ST_DB_HOST", "").isEmpty();
    }

    private void makeAnew() {
        made = true;
        try (var connection = DriverManager.getConnection("jdbc:mysql://%s:%d/".formatted(host, port), user, password);
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("the database from outside", e);
        }
    }

    /** What the servers are told: the relay's address. */
    Map<String, String> environment() {
        return Map.of("DB_HOST", Ports.HOST, "DB_PORT", Integer.toString(relay.port()),
                "DB_NAME", name, "DB_USER", user, "DB_PASSWORD", password);
    }

    /** Past the relay. */
    Connection connect() throws SQLException {
        var url = "jdbc:mysql://%s:%d/%s?allowPublicKeyRetrieval=true&connectTimeout=3000".formatted(host, port, name);
        return DriverManager.getConnection(url, user, password);
    }

    public Rows rows() {
        return new Rows(this);
    }

    public boolean isThere() {
        return relay.isOpen() && (!isOurs() || child.isAlive());
    }

    /** Refuses, and cuts what was connected. */
    public void goAway() {
        relay.close();
    }

    /** SIGKILL, only where it is ours. */
    public void kill() {
        child.kill();
    }

    /** Starts it where it does not run, and lets the servers in again. */
    public void comeBack() {
        if (isOurs() && !child.isAlive()) child.start();
        if (!isOurs() && !made) makeAnew();
        Eventually.holds(Duration.ofSeconds(30), () -> connect().close());
        relay.open();
    }

    void end() {
        relay.close();
        if (isOurs()) child.end();
    }
}
