package parley.cluster.server;

import java.sql.SQLException;
import java.time.Duration;

/** A MariaDB of its own. */
public final class DatabaseServer implements ServerProcess {

    private final DatabaseAddress address = new DatabaseAddress(Ports.HOST, Ports.free(), "parley", "parley", "");
    private final DevServiceProcess child;
    private boolean begun;

    public DatabaseServer() {
        this("database");
    }

    /** @param name of its folder */
    public DatabaseServer(String name) {
        child = new DevServiceProcess(name, "database", 0, address.port());
    }

    public DatabaseAddress address() {
        return address;
    }

    /** The database itself, while it runs. */
    public long pid() {
        return child.databasePid();
    }

    public TcpProxy door() {
        return new TcpProxy(address.host(), address.port());
    }

    public Rows rows() {
        return new Rows(address);
    }

    /** Where it died alone, what held it is ended first. */
    @Override
    public void start() {
        if (begun && !child.isAlive()) child.kill();
        begun = true;
        child.start();
    }

    @Override
    public void awaitReady() {
        Eventually.holds(Duration.ofSeconds(60), () -> address.connect().close());
    }

    @Override
    public boolean isReady() {
        if (!isAlive()) return false;
        try (var connection = address.connect()) {
            return connection.isValid(3);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public boolean isAlive() {
        return child.isAlive();
    }

    @Override
    public void kill() {
        if (begun) child.kill();
    }

    @Override
    public boolean end() {
        return child.end();
    }

    @Override
    public void freeze() {
        child.freeze();
    }

    @Override
    public void thaw() {
        child.thaw();
    }

    @Override
    public String toString() {
        return "database";
    }
}
