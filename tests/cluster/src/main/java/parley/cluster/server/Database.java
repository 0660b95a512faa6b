package parley.cluster.server;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The database and the link before it: ours (MariaDB), or one from outside by ST_DB_HOST and the rest. */
public final class Database {

    private final DatabaseAddress address = new DatabaseAddress(
            setting("ST_DB_HOST", Ports.HOST),
            Integer.parseInt(setting("ST_DB_PORT", Integer.toString(Ports.free()))),
            setting("ST_DB_NAME", "parley"),
            setting("ST_DB_USER", "parley"),
            setting("ST_DB_PASSWORD", ""));
    private final DevServiceProcess child = isOurs() ? new DevServiceProcess("database", 0, address.port()) : null;
    private final TcpProxy link = new TcpProxy(address.host(), address.port());
    private boolean made;

    private static String setting(String name, String otherwise) {
        var value = System.getProperty(name, System.getenv(name));
        return value == null || value.isBlank() ? otherwise : value;
    }

    public boolean isOurs() {
        return setting("ST_DB_HOST", "").isEmpty();
    }

    private void makeAnew() {
        made = true;
        try (var connection = address.connect("");
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + address.name());
            statement.execute("CREATE DATABASE " + address.name() + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("the database from outside", e);
        }
    }

    /** What the servers are told: the link's address. */
    Map<String, String> environment() {
        return address.environment(link);
    }

    public Rows rows() {
        return new Rows(address);
    }

    public boolean isThere() {
        return link.passage() instanceof ProxyMode.Open && (!isOurs() || child.isAlive());
    }

    /** Refuses, and cuts what was connected. */
    public void goAway() {
        link.become(new ProxyMode.Cut());
    }

    /** SIGSTOP: connections stay, and nothing is answered. Only where it is ours. */
    public void freeze() {
        child.freeze();
    }

    public void thaw() {
        child.thaw();
    }

    /** SIGKILL, only where it is ours. */
    public void kill() {
        child.kill();
    }

    /** Starts it where it does not run, and lets the servers in again. */
    public void comeBack() {
        if (isOurs() && !child.isAlive()) child.start();
        if (!isOurs() && !made) makeAnew();
        Eventually.holds(Duration.ofSeconds(30), () -> address.connect().close());
        link.become(new ProxyMode.Open());
    }

    void end() {
        link.become(new ProxyMode.Cut());
        if (isOurs()) child.end();
    }
}
