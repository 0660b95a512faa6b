package parley.cluster.server;

/** A real broker, which can be killed, frozen and started again on the same port with what it had. */
public final class Broker {

    private final int port = Ports.free();
    private final DevServiceProcess child;
    private final Log log = new Log(address());

    public Broker() {
        this("broker");
    }

    /** @param name of its folder */
    public Broker(String name) {
        child = new DevServiceProcess(name, "broker", port, 0);
    }

    public String address() {
        return Ports.HOST + ":" + port;
    }

    public Log log() {
        return log;
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    public void kill() {
        child.kill();
    }

    public void comeBack() {
        child.start();
    }

    public void freeze() {
        child.freeze();
    }

    public void thaw() {
        child.thaw();
    }

    public void end() {
        child.end();
    }
}
