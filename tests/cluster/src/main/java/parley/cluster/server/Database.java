package parley.cluster.server;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A MariaDB server, run by the embedded dev service, with a proxy in front of it. With {@code ST_DB_HOST} and the other
 * variables it can be an external server instead, which the tests can cut off but neither kill nor freeze.
 */
public final class Database extends ServerProcess {

    private static final Pattern SERVER_PID = Pattern.compile("pid\\.mariadbd=(\\d+)");

    private final String name;
    private final boolean external;
    private final DatabaseAddress address;
    private final TcpProxy proxy;
    private boolean schemaCreated;
    private long serverPid;

    /** @param name of its folder and its log file */
    Database(String name, boolean external) {
        this.name = name;
        this.external = external;
        address = external
                ? DatabaseAddress.ofEnvironment()
                : new DatabaseAddress(Ports.HOST, Ports.free(), "parley", "parley", "");
        proxy = proxy();
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Whether the tests started it and may kill and freeze it. */
    public boolean isOurs() {
        return !external;
    }

    public Rows rows() {
        return new Rows(address);
    }

    /** A new proxy, for one client. */
    TcpProxy proxy() {
        return new TcpProxy(address.host(), address.port());
    }

    /** The configuration of a server that connects through the common proxy, which {@link #goAway} cuts. */
    Map<String, String> proxiedEnvironment() {
        return address.environment(proxy);
    }

    boolean isReachable() {
        return proxy.mode() instanceof ProxyMode.Open && isAlive();
    }

    /** Refuses connections through the common proxy and cuts the open ones. */
    public void goAway() {
        proxy.become(new ProxyMode.Cut());
    }

    /** Starts it unless it is running, and opens the common proxy. */
    public void comeBack() {
        if (external && !schemaCreated) createSchema();
        comeUp();
        proxy.become(new ProxyMode.Open());
    }

    private void createSchema() {
        schemaCreated = true;
        try (var connection = address.connect("");
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + address.name());
            statement.execute("CREATE DATABASE " + address.name() + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the schema in the external database", e);
        }
    }

    @Override
    protected ManagedProcess launch() {
        // The dev service outlives a database that died alone, and would keep the data folder locked.
        kill();
        var command = DevServices.command(TestPaths.WORLD.resolve(name), "database", 0, address.port());
        var started = ManagedProcess.start(name, command, Map.of(), null);
        var line = DevServices.awaitStart(started);
        var pid = SERVER_PID.matcher(line);
        serverPid = pid.find() ? Long.parseLong(pid.group(1)) : 0;
        return started;
    }

    @Override
    public void awaitReady() {
        Eventually.holds(Duration.ofSeconds(60), () -> address.connect().close());
    }

    @Override
    public boolean isReady() {
        return isAlive() && address.isReachable();
    }

    @Override
    public boolean isAlive() {
        return external
                || super.isAlive()
                        && (serverPid == 0
                                || ProcessHandle.of(serverPid)
                                        .filter(ProcessHandle::isAlive)
                                        .isPresent());
    }

    /** Of the database server itself, not of the dev service that runs it. */
    @Override
    public long pid() {
        return serverPid;
    }

    @Override
    public void kill() {
        if (serverPid != 0) ProcessHandle.of(serverPid).ifPresent(ProcessHandle::destroyForcibly);
        super.kill();
    }

    /** Closes the standard input of the dev service, which then stops the database. */
    @Override
    public boolean end() {
        if (external || !super.isAlive()) return true;
        try {
            process().getOutputStream().close();
        } catch (IOException e) {
            kill();
        }
        return super.end();
    }

    void close() {
        goAway();
        kill();
    }

    @Override
    public String toString() {
        return "database";
    }
}
